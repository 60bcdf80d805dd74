import type { IntentName } from '../kit/contract.ts';
import { opensWish, VERBS, type VerbClass } from './verbs.ts';

const NOT = String.raw`\b(?:don'?t|do not|never|shouldn'?t|should not|mustn'?t|must not|won'?t|will not|not going to|wouldn'?t|nobody|no one|nikt|instead of|zamiast|without|bez|let'?s not|stop|quit|przestan\w*|zaprzestan\w*|rather not|no need to|(?:i|we) (?:don'?t|do not) (?:want|wish|need)(?: you)?(?: to)?|not|nie(?: (?:chce|chcemy|zycze sobie|mam zamiaru|bede|bedziemy|trzeba|nalezy|musisz|warto|wolno|potrzeba|mozna|prosze|zamierzam|wyrazam|udzielam))?(?: (?:zeby\w*|aby\w*|juz|jeszcze|tego|mi))*)(?: (?:should|can|may|must|could|moze|powinien|powinna|ma|mogl\w*|trzeba))?`;
const after = (verbs: string) =>
  new RegExp(
    String.raw`${NOT}(?: (?:you|please|prosze|just|yet|ever|to|go and|automatically|want|me|her|him|them|the|moje\w*|tej|tego|mu|jej|go|ja))*? (?:${verbs})\b`,
    'g',
  );
const negations = Object.fromEntries(Object.entries(VERBS).map(([verb, source]) => [verb, after(source)])) as Record<
  VerbClass,
  RegExp
>;
const anyNegation = after(Object.values(VERBS).join('|'));
/** "Don't forget to pay" is a wish to pay; "why don't you" too; "nie zaplacona" is a status. */
const noNegation =
  /\b(?:don'?t|do not|never|nie) (?:you )?(?:forget|hesitate|zapomnij\w*|zapominaj\w*|krepuj\w*)(?: to)?\b|\bwhy (?:don'?t|not)\b|\bnie ?(?:za|o|u)\w*on[aeyi]\w*\b|\bnot only\b|\bif not\b|\bwhether or not\b/g;

/** Wishes that are negative by nature: only the verb named undoes them ("don't decline", "nie wyłączaj"). */
const natural: Partial<Record<IntentName, VerbClass[]>> = {
  'invoices.dispute': ['dispute'],
  'payments.decline': ['decline'],
  'invites.decline': ['decline'],
  'access.decline': ['decline'],
  'notifications.set': ['off'],
  'notifications.snooze': ['off'],
  'orders.watch': ['off'],
  'contracts.autorenew': ['off'],
};
const declineOf: Partial<Record<IntentName, IntentName>> = {
  'payments.approve': 'payments.decline',
  'invites.approve': 'invites.decline',
  'access.approve': 'access.decline',
};

const has = (pattern: RegExp, text: string) => text.search(pattern) >= 0;

/** What a negated wish comes to: "don't approve it" is the decline, anything else a plain no; undefined where none is. */
export function negated(folded: string, intent: IntentName): IntentName | undefined {
  const said = folded.replace(noNegation, ' ');
  const only = natural[intent];
  if (only) {
    if (has(negations.approve, said)) return undefined;
    return only.some((verb) => has(negations[verb], said)) ? 'dialog.deny' : undefined;
  }
  if (!has(anyNegation, said)) return undefined;
  const decline = declineOf[intent];
  return decline && has(negations.approve, said) ? decline : 'dialog.deny';
}

const howTo = new RegExp(
  [
    String.raw`\bhow (?:do|can|could|should|would|does|to|might|is|are|did|will)\b(?! (?:much|many|long))`,
    String.raw`\bwhat(?:'?s| is| are)? (?:the )?(?:way|process|procedure|steps?|difference)\b`,
    String.raw`\bwhat (?:happens|would happen|will happen|if|do i (?:need|have) to)\b`,
    String.raw`\bwhere (?:do|can|should|would|does|in the portal)\b`,
    String.raw`\b(?:is it|would it be|is there a way) (?:possible )?(?:to|for)\b`,
    String.raw`\b(?:explain|tell me|show me|know|learn|understand) how\b|\b(?:steps|instructions?|guide|tutorial) (?:to|for|on)\b`,
    String.raw`\bwhat does\b.*\b(?:mean|do)\b|\bwho (?:can|is allowed to|may)\b|\bdo (?:i|we) (?:need|have) to\b`,
    String.raw`^(?:\w+ ){0,3}jak(?! naj| tylko)(?: \w+){0,2} \w+[aeiouyszn]c\b|\bjak (?:sie|mozna|moge|mozemy|mam|mamy|powinn\w+|to)\b`,
    String.raw`\bw jaki sposob\b|\bgdzie (?:sie|mozna|moge|mam|znajde|w portalu)\b|\bna czym polega\b|\bczym (?:sie|rozni)\b`,
    String.raw`\bco (?:sie (?:stanie|dzieje)|jesli|jak|gdy|gdyby|trzeba|nalezy|musze|to (?:jest|znaczy)|oznacza)\b|\bczy (?:mozna|da sie|jest mozliw\w+|trzeba|musze)\b|\bkto moze\b|\binstrukcj\w+\b`,
  ].join('|'),
);

/** True for a question about how something is done, which starts nothing (INTENTS.md, "What decides a hard case"). */
export const asksHow = (folded: string): boolean => howTo.test(folded);

const reported = new RegExp(
  [
    String.raw`\b(?:said|says|saying|told (?:me|us|him|her|them|you)|wrote|writes|claims?|claimed|thinks?|thought|mentioned|asked (?:me |us )?(?:if|whether)|wonders?|wondered|wondering|heard|according to|suggested|suggests)\b`,
    String.raw`\b(?:suppose|supposing|imagine|hypothetically|let'?s say|assuming|in case|should i|should we|if (?:i|we|you|he|she|they|someone|somebody)(?: \w+){0,2} (?:pay|paid|remove|removed|invite|invited|approve|approved|cancel\w*|renew\w*|suspend\w*|delete\w*|decline\w*)|had i|were to)\b`,
    String.raw`\b(?:i|we|he|she|they|you|who|someone|somebody)(?:'ve|'s)? (?:have |has |had |already |just |never |also )*(?:paid|removed|deleted|invited|approved|declined|rejected|suspended|blocked|renewed|disputed|redeemed|reinstated|resent|revoked)\b`,
    String.raw`\b(?:powiedzial\w*|mowi|mowil\w*|mowila|napisal\w*|pisze ze|(?:jest|bylo|stoi) napisane|stoi w|w tresci|twierdzi\w*|uwaza\w*|kazal\w*|podobno|ponoc|wedlug|slyszal\w*|pytal\w* czy|zastanawia\w*|sugeruje|sugerowal\w*)\b`,
    String.raw`\b(?:gdyby\w*|jakby\w*|zalozmy|przypuscmy|hipotetycznie|czy powin(?:ien|n)\w*|jesli (?:zaplac|usun|zapros|zatwierdz|odrzuc|odnow|zawies|anuluj)\w*)\b`,
    String.raw`\b(?:zaplaci|oplaci|uregulowa|usune|usunela|zaprosi|zatwierdzi|odrzuci|zablokowa|zawiesi|odnowi|wykorzysta|wysla|cofne)l(?:em|am|ismy|ysmy|i|y|a)?\b`,
  ].join('|'),
);

const polite =
  /\b(?:can|could|would|will|may) (?:you|u|i|we)\b|\bwhat about\b|\bhow about\b|\bwhy (?:don'?t|not)\b|\b(?:mozesz|mozecie|mozna|moglby\w*|moglaby\w*|moge|mozemy)\b|,|\b(?:and|then|i|to)\b .*\b(?:please|prosze)\b/;
const asks =
  /^(?:who|whos|who's|what|whats|what's|how (?:much|many|long)|which|has|have|did|does|is|are|was|were|kto|komu|ile|co|czemu|dlaczego|why|kiedy .*\?$|when .*\?$)\b/;

/** True for a question of facts ("what's left to pay on 123"), which wishes for no change, however it is worded. */
export const asksFact = (folded: string): boolean => asks.test(folded) && !polite.test(folded);

const unable =
  /\b(?:can'?t|cannot|can not|couldn'?t|unable to|not able to|not allowed to|nie moge|nie mozemy|nie da sie|nie umiem|nie potrafie|nie udaje|nie udalo)\b/;

/** True for "I can't ...": a question about rights or ways, not the wish itself. */
export const saysUnable = (folded: string): boolean => unable.test(folded);

/** Someone's words within quotation marks at the end: nothing behind them is the speaker's own wish. */
const quotes =
  /\b(?:said|says|wrote|writes|asks?|asked|told|(?:po)?pyta\w*|(?:na)?pisa\w*|pisze|powiedzia\w*|mowi\w*|prosi\w*|poprosi\w*)\b[^"]{0,40}"[^"]+"\W*$/;

/** True where the wish is only spoken of: someone's words, a supposition, the past. */
export function speaksOf(folded: string): boolean {
  if (quotes.test(folded)) return true;
  const said = reported.exec(folded);
  if (!said || wishBefore(folded, said.index)) return false;
  const rest = folded.slice(said.index + said[0].length);
  const [quoted = '', ...clauses] = rest
    .replace(/^[\s,:"']+/, '')
    .split(/[,.;!?]\s*|\s-\s|\bso\b|\bwiec\b|\bdlatego\b/);
  const wished =
    clauses.some((clause) => opensWish(clause)) ||
    (!opensWish(quoted) &&
      /\b(?:and|i|please|pls|prosze) /.test(quoted) &&
      opensWish(quoted.replace(/^.*\b(?:and|i|please|pls|prosze) /, '')));
  return !wished;
}

/** "Pay invoice 123, my boss said it is fine": the wish stands before what was said. */
const wishBefore = (folded: string, at: number): boolean =>
  /[,;.-]|\b(?:because|bc|bo|gdyz|since|as|ktor\w+|that|which|who|ze|the one)\b/.test(folded.slice(0, at)) &&
  opensWish(folded);
