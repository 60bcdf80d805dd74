/** Common first names of both countries and their neighbours, folded and without the ending that Polish inflects. */
const stems = `
ani asi basi joasi krysi marysi zosi ank hank olk bartk jurk jurek zbysz zbyszek stas staszk wiesiek
ann anet agat agnieszk aleksandr alicj andrzej antoni adam adrian arkadiusz artur barbar bart bartosz bartek beat bogdan
bogn boguslaw bozen bronislaw celin cezar czeslaw damian daniel danut dari dariusz darek dawid dominik dorot edyt edward
elzbiet emili eryk ewel ew fabian filip franciszek franciszk gabriel genowef grazyn grzegorz grzesiek halin hann henryk
huber iga ignac igor iren irmin iwo iwon izabel jace jacek jack jadwig jakub jak kub janin janusz jan jank jarek jaroslaw jark jerz
joann joas jolant jul julit juli justyn kacp kamil karolin karol kasi kaj katarzyn kazimierz kingi king klaudi konrad kornel
krystian krystyn krzysztof krzysie laur lech len leszek leszk lidi lil lucj lucjan ludwik luiz lukasz mac maciej maciek maciej magd magdalen maj maj
malgorzat gosi malwin marcel marcin marek mark marek mariusz mari mariol marian marlen mart martyn mateusz maurycy michal michalin mieczyslaw
mikolaj milen milosz mirek mirk miroslaw monik nadi natali nikol nin nor norbert olaf ol olg oliwi oliwier oskar otyli patryk patrycj
paul paulin pawel pawl piotr piotrek przemyslaw przemek radoslaw radek rafal remigiusz renat robert roksan roman ryszard sabin
sandr sar sebastian seweryn slawomir slawek stanislaw staszek stefan sylwi sylwest szymon tadeusz teres tobiasz tomasz tomek tomk tymon
urszul wacław waclaw waldemar wand wer weronik wiesław wieslaw wiktor wiktori wioler wiolet witold wladyslaw wlodzimierz wojciech wojtek wojtk zbigniew zenon zofi zosi zuzann zygmunt
`;
/** English and other names that Polish does not inflect, or that end as they are. */
const plain = `
aaron abby abigail adele ahmed aisha alan albert alex alexander alexandra alfred ali alice alicia alison amanda amber amelia amir amy ana andre andrea
andrew andy angela anita anne annie anthony antonio ashley audrey barbara barry ben benjamin bernard beth betty bob bobby boris brad
brandon brenda brian bridget bruce bryan carl carla carlos carmen carol caroline catherine cathy charles charlie charlotte chloe chris christian christina
christine christopher cindy claire clara colin connor craig cynthia daisy dan dana daniela danny dave david dean deborah denis dennis diana diane diego dmitri
donald donna doris dorothy doug douglas duncan dylan eddie edwin eileen elaine eleanor elena eli elizabeth ella ellen emil emily emma
eric erica erik erin ethan eugene eva evan evelyn fatima felix fernando fiona frances francesca frank fred gary gavin geoff george gerald gina giulia glenn gloria
gordon graham greg gregory guy hank hannah hans harold harry hassan hazel heather heidi helen helena henry holly howard hugh hugo ian ibrahim ines ingrid irene isaac isabel isabella
ivan ivy jackie jackson jacob jacqueline jake james jamie jane janet jason javier jay jean jeff jeffrey jennifer jenny jeremy jerry jesse jessica jill jim jimmy joan joanna joe
joel johan john johnny jon jonathan jordan jose joseph josh joshua joyce juan judith judy julia julian julie justin kai karen kate katherine kathleen kathy
katie keith kelly ken kenneth kevin kim kirsten klaus kumar kurt kyle larry laura lauren laurie lea leah lee leo leon leonard leslie lewis liam linda lindsay lisa liz logan lola
lorenzo lorna louis louise luca lucas lucia lucy luis luke lydia lynn maggie malcolm marcus margaret maria marie marina mario marion mark marta martin
mary mason matt matthew maureen max maxine mehmet megan melanie melissa mia michael michelle miguel mike mila miranda mohamed mohammed molly monica nadia nancy naomi natalia natalie
nathan neil nicholas nick nicola nicole nigel nina noah noel nora norman oliver olivia omar oscar otto owen pablo pamela patricia patrick paul paula pedro peggy penny
pete peter phil philip phoebe pierre priya rachel raj ralph ray raymond rebecca richard rick rita rob robin roger ron ronald rory rosa rose ross roy ruby russell ruth
ryan sally sam samantha samuel sandra sara sarah sasha scott sean sergei shane shannon sharon sheila shirley simon sofia sonia sophia sophie stella stephanie stephen steve steven stuart
sue susan suzanne sven tamara tania tanya tara ted teresa terry theo theresa thomas tim timothy tina toby todd tom tommy tony tracy travis trevor tyler ursula valerie vanessa vera veronica
vicky victor victoria vincent vivian wayne wendy william willy xavier yasmin yusuf yvonne zachary zara zoe
`;
/** Names that are common words when written small. */
const words =
  /^(?:ani|bill|mark|marka|marki|rob|will|guy|sue|may|max|rose|ray|jan|jaka|jaki|roman|dean|ana|dan|art|lee|len|jak|jake|sam|sama|sami|king|kub|ola|ole|wer|darek|daria|mari|mac|nor|nina|adama|maja|maj|maje|juli|penny|frank|grant|pat|drew|kai|iga|noel|robin|tara|lec|lech)$/;

const split = (list: string) => list.trim().split(/\s+/);
const stemSet = new Set(split(stems));
const plainSet = new Set(split(plain));
const endings = new Set([
  '',
  'a',
  'e',
  'y',
  'i',
  'ie',
  'ia',
  'ii',
  'ie',
  'o',
  'u',
  'owi',
  'em',
  'iem',
  'iowi',
  'ka',
  'ki',
  'ke',
  'ce',
  'kowi',
  'kiem',
  'ego',
  'emu',
  'ym',
  'im',
  'iego',
  'iemu',
  'ja',
  'je',
  'ji',
  'ek',
  'ze',
  'le',
  'rze',
  'dzie',
  'cie',
  'nie',
]);

/** True for a first name in any Polish case; `small` refuses those that are common words in small letters. */
export function isFirstName(folded: string, small: boolean): boolean {
  if (small && words.test(folded)) return false;
  if (plainSet.has(folded)) return true;
  for (let end = folded.length; end >= 3 && folded.length - end <= 4; end--) {
    if (stemSet.has(folded.slice(0, end)) && endings.has(folded.slice(end))) return true;
  }
  return stemSet.has(folded.slice(0, 2)) && endings.has(folded.slice(2)) && !small;
}
