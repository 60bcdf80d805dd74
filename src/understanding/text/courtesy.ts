const greeting = String.raw`(?:hi|hello|hey|hiya|howdy|good (?:morning|afternoon|evening|day)|dear \w+|greetings|morning|czesc(?! (?:faktur|kwot|nalez|zaleg|platno|sum|tej|z ))|hej|hejka|siema|witam|witaj|dzien dobry|dobry wieczor|szanowni panstwo|dobry)(?: (?:there|all|team|everyone|bot|assistant|wszystkim|panstwa|ponownie))?`;
const opening = String.raw`(?:wait|hang on|hold on|one (?:sec|second|moment)|just a (?:sec|second|moment)|before that|first of all|first|actually|by the way|btw|so|ok(?:ay)?|well|right|sorry|excuse me|oh|um|hmm+|quick question|(?:please )?(?:don'?t|do not) forget to|remember to|(?:prosze )?nie zapomnij(?:cie)?|pamietaj(?:cie)?,? (?:zeby|aby|by)|great|perfect|thanks|thank you|czekaj|poczekaj|zaraz|chwila|chwileczke|moment|momencik|zanim to zrobi\w+|najpierw|a wlasciwie|wlasciwie|przy okazji|przepraszam|no to|no dobra|dobra|ok|okej|dobrze|super|swietnie|dzieki|dziekuje|sluchaj|sluchajcie|to teraz|teraz|aha|a)`;
const thanks = String.raw`(?:many thanks|thanks(?: (?:a lot|so much|in advance|very much))?|thank you(?: (?:very much|so much|in advance))?|thx|ty|cheers|regards|(?:z gory )?(?:dzieki|dziekuje)(?: (?:bardzo|z gory|wielkie|serdecznie))?|pozdrawiam)`;
/** What is left of "hello bot" is no wish. */
const onlyAddress = /^(?:there|all|team|everyone|bot|assistant|wszystkim|panstwu|again|asystencie|bocie)\W*$/;
const ahead = new RegExp(String.raw`^(?:${greeting}|${opening})(?:\s*[,!.:;-]+\s*|\s+)(?=\S)`);
const behind = new RegExp(String.raw`(?<=\S)(?:\s*[,!.;-]+\s*)(?:and )?${thanks}[\s!.]*$`);
const markOnly = new RegExp(
  String.raw`^(?:${greeting}|a|ok|right|first|so|well|no to|zaraz|teraz|moment|actually|dobry|dobra)\b\s*[,!.:;-]`,
);
const wordOnly = new RegExp(
  String.raw`^(?:${greeting}|hang on|hold on|wait|(?:please )?(?:don'?t|do not) forget to|remember to|(?:prosze )?nie zapomnij(?:cie)?|pamietaj(?:cie)?,? (?:zeby|aby|by)|before that|by the way|btw|actually|sorry|please|czekaj|poczekaj|najpierw|przepraszam|przy okazji|no to|dobra|ok|okay|sluchaj)\s`,
);

/**
 * Where the wish begins and ends in a folded text: a greeting, "hang on", "before that" in front and thanks behind are
 * not part of it ("a courtesy before a wish is not a wish", INTENTS.md). All of the text where nothing else is in it.
 */
export function withoutCourtesy(folded: string): { start: number; end: number } {
  let start = 0;
  for (;;) {
    const left = folded.slice(start);
    const said = ahead.exec(left);
    if (!said || (!markOnly.test(left) && !wordOnly.test(left) && !/[,!.:;-]\s*$/.test(said[0]))) break;
    start += said[0].length;
  }
  const thanked = behind.exec(folded.slice(start));
  const end = thanked ? start + thanked.index : folded.length;
  return /\w/.test(folded.slice(start, end)) && !onlyAddress.test(folded.slice(start, end))
    ? { start, end }
    : { start: 0, end: folded.length };
}
