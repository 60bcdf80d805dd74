import type { IntentName } from '../kit/contract.ts';
import type { Context } from '../kit/understood.ts';

type Move = 'yes' | 'no' | 'leave' | 'cancel' | 'next' | 'undo' | 'filler' | 'thanks';

/** Closed lists of both languages, folded. A text made of nothing else is an answer to what is on screen. */
const lists: Record<Move, string> = {
  yes: `yes|y|yes yes|yeah|yea|yep|yup|ya|ye|aye|sure|sure thing|of course|ok|okay|okey|k|kk|oki|confirm|confirmed|i confirm|i do|correct|that is correct|thats correct|
    right|thats right|that is right|exactly|absolutely|definitely|certainly|by all means|go|go ahead|go for it|do it|do that|lets go|lets do it|lets do that|make it so|proceed|
    please do|sounds good|looks good|looks right|all good|perfect|great|fine|fine by me|thats fine|agreed|i agree|affirmative|approved|it is|you bet|yessir|send it|do so|carry on|+1|
    tak|t|ta|tak tak|no tak|no jasne|no pewnie|no oczywiscie|no ok|no okej|no dawaj|no raczej|no to tak|taa|tak jest|ano|jasne|jasna sprawa|pewnie|pewnie ze tak|pewno|oczywiscie|oczywiscie ze tak|naturalnie|owszem|okej|oki|dobra|dobrze|no dobra|no dobrze|
    zgoda|zgadzam sie|zgadza sie|wszystko sie zgadza|potwierdzam|potwierdz|potwierdzone|potwierdzamy|dawaj|dawajcie|dzialaj|dzialamy|rob|rob to|zrob to|zrob tak|smialo|jak najbardziej|
    niech bedzie|niech tak bedzie|moze byc|w porzadku|wporzadku|dokladnie|dokladnie tak|poprawnie|prawidlowo|super|swietnie|bardzo dobrze|jestem za|jedziemy|wykonaj|kontynuuj|prosze bardzo|akceptuje|tak wlasnie|wlasnie tak|pasuje|git|spoko|lecimy|wlasnie|jestem pewien|jestem pewna|im sure|i am sure`,
  no: `no|n|nope|nah|naw|nay|no no|no way|not really|not at all|absolutely not|definitely not|certainly not|of course not|negative|never|dont|do not|dont do it|dont do that|do not do it|do not do that|
    no dont|id rather not|i dont|i do not|i dont think so|i dont agree|i disagree|not this|not that|thats wrong|wrong|incorrect|thats not right|not correct|not like that|no deal|nothing of the sort|not now|not yet|no sir|
    nie|ne|nie nie|nieee|oj nie|o nie|no nie|raczej nie|absolutnie nie|absolutnie|na pewno nie|wcale nie|jasne ze nie|oczywiscie ze nie|w zadnym razie|w zadnym wypadku|pod zadnym pozorem|nigdy|nigdy w zyciu|
    nie rob|nie rob tego|nie robcie tego|nie zgadzam sie|nie potwierdzam|nie zgadza sie|nie chce|nie chcemy|nie tak|nie to|nie o to|nie teraz|jeszcze nie|zle|niepoprawnie|nie o to chodzi|nie dziekuje|wykluczone|odmawiam|nie ma mowy|w zyciu`,
  leave: `leave it|leave that|let it be|let it go|drop it|skip it|leave it alone|leave it be|zostaw|zostaw to|zostawmy|zostawmy to|daj spokoj|niech zostanie|odpusc|odpusc to|odpuscmy`,
  cancel: `cancel|cancel it|cancel that|cancel this|cancelled|canceled|abort|stop|stop it|stop that|stop this|quit|exit|forget it|forget that|forget about it|forget this|never mind|nevermind|nvm|scrap that|scrap it|end this|enough|i changed my mind|changed my mind|
    anuluj|anuluj to|anulujmy|anulowac|anuluje|przerwij|przerwij to|to przerwac|przerwac|stop|zatrzymaj|zatrzymaj to|wstrzymaj to|zapomnij|zapomnij o tym|niewazne|nie wazne|juz nie|juz niewazne|nieistotne|koniec|zakoncz|wyjdz|rezygnuje|rezygnujemy|zrezygnuj|porzuc to|dosc|rozmyslilem sie|rozmyslilam sie|jednak nie`,
  next: `next|next one|next page|next ones|more|show more|see more|show me more|load more|give me more|the next page|the rest|show the rest|further|continue the list|and the rest|
    dalej|nastepna|nastepne|nastepna strona|nastepny|kolejna|kolejne|kolejna strona|wiecej|pokaz wiecej|pokaz nastepne|pokaz kolejne|pokaz dalej|pokaz reszte|reszta|reszte|daj wiecej|jeszcze|idz dalej|lec dalej`,
  undo: `undo|undo that|undo it|undo this|revert|revert that|revert it|take it back|take that back|roll it back|roll back|reverse that|i didnt mean that|that was a mistake|put it back|
    cofnij|cofnij to|cofnij zmiane|cofnij ostatnia zmiane|wycofaj to|odkrec to|przywroc|przywroc poprzednie|pomylilem sie|pomylilam sie|to byla pomylka|to pomylka|nie o to mi chodzilo`,
  filler: `please|pls|plz|then|so|well|oh|uh|um|hmm|hm|now|just|thats all|actually|yet|it|this|that|to|the|list|lista|prosze|poprosze|prosze o|bardzo|to|wiec|no|a|i|o|ale|juz|teraz|tego|mi|me|hey|hej|man|mate|sorry|przepraszam|jednak|moze|maybe|and|wszystko|i w ogole|tam|lepiej|tez|bot|proszem`,
  thanks: `thanks|thank you|thx|ty|cheers|thanks a lot|thank you very much|dzieki|dziekuje|dziekuje bardzo|dzieki wielkie|dziekujemy|dziekuje ci|bardzo dziekuje`,
};

const moves = new Map<string, Move>();
let longest = 0;
for (const [move, list] of Object.entries(lists) as [Move, string][]) {
  for (const said of list.split('|')) {
    const phrase = said.trim();
    if (!moves.has(phrase)) moves.set(phrase, move);
    longest = Math.max(longest, phrase.split(' ').length);
  }
}
/** Thumbs and ticks are words too. */
const signs: [RegExp, string][] = [
  [/\u{1F44D}|\u2705|\u2714|\u{1F44C}|\u{1F197}/gu, ' yes '],
  [/\u{1F44E}|\u274C|\u26D4|\u{1F6AB}/gu, ' no '],
];
/** Single words long enough to be repaired: one letter wrong, missing, doubled or swapped. */
const repairable = [...moves.keys()].filter(
  (phrase) =>
    !phrase.includes(' ') &&
    phrase.length >= 3 &&
    !['right', 'more', 'list', 'lista', 'fine', 'reszta'].includes(phrase),
);

/** True when `a` and `b` are at most one insertion, deletion, substitution or swap of neighbours apart. */
function nearly(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
}

function repaired(word: string): Move | undefined {
  const plain = word.replace(/(.)\1{2,}/g, '$1');
  const known = moves.get(plain) ?? moves.get(plain.replace(/(.)\1$/, '$1'));
  if (known || word.length < 4) return known;
  const near = repairable.find((phrase) => phrase.length >= 4 && phrase[0] === word[0] && nearly(phrase, word));
  return near === undefined ? undefined : moves.get(near);
}

/** The moves a text consists of, undefined where it says anything else. */
function movesOf(folded: string): Set<Move> | undefined {
  const signed = signs.reduce((text, [sign, word]) => text.replace(sign, word), folded);
  const words = signed
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9+]+/g, ' ')
    .trim()
    .split(' ')
    .filter((word) => word !== '');
  const found = new Set<Move>();
  if (words.length === 0 || words.length > 8) return undefined;
  for (let at = 0; at < words.length; ) {
    let taken = 0;
    for (let length = Math.min(longest, words.length - at); length > 0 && taken === 0; length--) {
      const phrase = words.slice(at, at + length).join(' ');
      const move = moves.get(phrase) ?? (length === 1 ? repaired(phrase) : undefined);
      if (!move) continue;
      found.add(move);
      taken = length;
    }
    if (taken === 0) return undefined;
    at += taken;
  }
  return found;
}

/** "OK, pay": at a payment's confirmation the verb says nothing that the yes before it does not. */
const payIt = /(?<=\w[\s,]+)(?:pay|plac|zaplac)(?: it| to| ja)?[\s.!]*$/;

/**
 * The answer a bare yes, no, cancel, next or undo gives (closed lists of both languages, with typos); undefined where
 * the text says more. "No, leave it" denies at a confirmation and cancels at a slot (INTENTS.md).
 */
export function moveSaid(folded: string, { awaiting, dialog }: Context): IntentName | undefined {
  const paying = awaiting === 'confirm' && (dialog === undefined || /\.(?:pay|redeem)$/.test(dialog));
  const said = movesOf(paying ? folded.replace(payIt, '') : folded);
  if (!said) return undefined;
  if (said.has('undo')) return 'dialog.undo';
  const denies = said.has('no');
  if (said.has('cancel')) return denies && awaiting === 'confirm' ? 'dialog.deny' : 'dialog.cancel';
  if (said.has('leave'))
    return awaiting === 'confirm' || (denies && awaiting === undefined) ? 'dialog.deny' : 'dialog.cancel';
  if (denies) return 'dialog.deny';
  if (said.has('next')) return 'dialog.next';
  if (said.has('yes')) return awaiting === undefined && said.has('thanks') ? undefined : 'dialog.confirm';
  return undefined;
}
