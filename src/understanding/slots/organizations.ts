const WORD = String.raw`[\p{L}\d&][\p{L}\d&.'’-]*`;
const NAME = String.raw`(?:\p{Lu}|\d)[\p{L}\d&.'’-]*(?: (?:(?:\p{Lu}|\d)[\p{L}\d&.'’-]*|&|of|i|and|z|o\.o\.|sp\.|s\.a\.|de|und|von|dla))*`;
const capital = new RegExp(NAME, 'gu');
const introduced = new RegExp(
  String.raw`(?:\b(?:account|company|customer|organi[sz]ation|org|client|firm|konto|koncie|konta|firm[aeyę]|spółk[aeęi]|spolk[aei]|klient\w*|organizacj\w+|to|for|into|of|behalf of|as|na|do|dla|w imieniu|jako) )((?:${WORD} ?){1,4})`,
  'giu',
);
const plain =
  /^(?:the|a|an|my|our|other|another|different|second|first|account|company|customer|organi[sz]ation|client|now|please|pls|moje|nasze|innej?|inne|inna|inny|drugie|drugiej|druga|konto|konta|firme|firmy|firma|spolke|klienta|teraz|prosze|switch|change|work|working|przelacz\w*|zmien\w*|przejdz\w*|pracowac|pracuje|use|uzyj|go|i|chce|can|could|would|let|me|from|chcialbym|chcialabym|portal|hi|hello|hey|mnie|sie|czy|poprosze|want|need|to|for|on|in|of|as|na|do|dla|w|jako|z|show|log|act|open|select|choose|wybierz|set|it|instead|today|dzisiaj|dzis)$/i;

function trim(said: string): string | undefined {
  const words = said
    .trim()
    .replace(/[.,!?;:]+$/u, '')
    .split(' ');
  const bare = (word: string) =>
    plain.test(
      word
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .replace(/[.,!?]/g, ''),
    );
  while (words.length > 0 && bare(words[0] ?? '')) words.shift();
  while (words.length > 0 && bare(words.at(-1) ?? '')) words.pop();
  return words.length > 0 ? words.join(' ').replace(/[.,!?;:]+$/u, '') : undefined;
}

/** A customer account's name as written: the capitals in the text, else what a word like "account" or "to" introduces. */
export function organizationSaid(text: string): string | undefined {
  const shouting = text === text.toUpperCase();
  const named = shouting
    ? []
    : [...text.matchAll(capital)].map(([name]) => trim(name)).filter((name) => name !== undefined);
  if (named.length > 0) return named.sort((a, b) => b.length - a.length)[0];
  return [...text.matchAll(introduced)]
    .map(([, said = '']) => trim(said))
    .filter((name) => name !== undefined)
    .at(-1);
}
