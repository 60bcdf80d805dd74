import { INTENTS, type IntentName, type Slots } from '../kit/contract.ts';
import type { Locale, Localized } from '../lib/locale.ts';
import { isChange } from './changes.ts';
import type { Judged } from './judge.ts';
import type { Thresholds } from './model/calibrate.ts';
import { fold } from './text/fold.ts';
import { asksByWord, hasVerb, opensWish } from './verbs.ts';

const EN = 'and then|and also|and after that|and|then|also|plus|as well as';
const PL = 'a potem|a nastepnie|i potem|i jeszcze|i od razu|a takze|jak rowniez|oraz|potem|nastepnie|ponadto|i|a';
const jointOf = (words: string) =>
  new RegExp(String.raw`\s*(?:[,;.!?]+\s+|\s-\s)?\s*\b(?<word>${words})\b\s+|\s*[,;.!?]+\s+|\s+(?<sign>[+&])\s+`, 'g');
/** Where one wish may end and the next begin. English "I" and "a" are no Polish conjunctions, nor the other way. */
const joints: Localized<RegExp> = { en: jointOf(EN), pl: jointOf(`${PL}|and|plus`) };
/** A clause that leans on the one before it is not a wish by itself in a list of things. */
const leaning =
  /\b(?:it|them|this one|its|they|he|she|him|her|je|ja|go|nia|nim|ich|jej|jego|one|ona|on|tego|te same)\b|\bthat$/;
const reasonWord = /\b(?:because|bc|since|bo|poniewaz|gdyz|powod\w*)\b/;
/** Texts longer than this are told stories in, and cost too much to take apart. */
const LONGEST = 400;
const MOST_JOINTS = 10;
const MOST_WISHES = 5;

export interface Splitter {
  judge: (clause: string) => Judged;
  slotsOf: (judged: Judged) => Slots;
  thresholds: Thresholds;
  language: Locale;
}

/** "Pay 123, use the card": how the wish before is to be paid is no wish by itself. */
const tellsBy = /^(?:just |please |prosze )*(?:use|take|charge|with|by|from|via|uzyj|wez|obciaz)\b/;
const isThing = ({ slot }: Judged['reading']['found'][number]) => slot !== 'method';

const takesReason = (intent: IntentName) =>
  intent !== 'dialog.fill' && (INTENTS[intent] as readonly string[]).includes('reason');
const isTask = ({ intent, guard }: Judged) => !/^(?:dialog|smalltalk)\.|^none$/.test(intent) && guard !== 'reported';

/** True when both sides of a joint are wishes of their own; `bare` where only punctuation stands between them. */
function standAlone(left: Judged, right: Judged, bare: boolean, { slotsOf, thresholds }: Splitter): boolean {
  if (!isTask(left) || !isTask(right)) return false;
  const [leftText, rightText] = [left.reading.folded, right.reading.folded];
  if (/pay$/.test(left.intent) && tellsBy.test(rightText) && !right.reading.found.some(isThing)) return false;
  if (reasonWord.test(leftText) || (bare && asksByWord(rightText))) return false;
  const same = left.intent === right.intent;
  const [said, before] = [JSON.stringify(slotsOf(right)), JSON.stringify(slotsOf(left))];
  if (same && (said === '{}' || said === before || right.intent === 'help.ask')) return false;
  const sure = Math.min(left.confidence, right.confidence);
  if (opensWish(leftText) && opensWish(rightText)) return sure >= thresholds.ask;
  if (takesReason(left.intent) || (isChange(right.intent) && !hasVerb(rightText))) return false;
  return !same && !leaning.test(rightText) && sure >= thresholds.act;
}

/** The wishes of a text in the order said, each judged by itself; one, where it does not fall apart. */
export function judgeWishes(text: string, whole: Judged, splitter: Splitter): Judged[] {
  const wishes: Judged[] = [];
  let [rest, judged] = [text, whole];
  while (wishes.length < MOST_WISHES - 1 && text.length <= LONGEST) {
    const cut = firstCut(rest, splitter);
    if (!cut) break;
    wishes.push(cut.left);
    [rest, judged] = [cut.rest, cut.right];
  }
  return [...wishes, judged];
}

const jointsIn = (text: string, { language }: Splitter) =>
  [...fold(text).matchAll(joints[language])].slice(0, MOST_JOINTS);

function firstCut(text: string, splitter: Splitter) {
  for (const match of jointsIn(text, splitter)) {
    const [before, after] = [text.slice(0, match.index), text.slice(match.index + match[0].length)];
    if (before.length < 4 || after.length < 4) continue;
    const left = splitter.judge(before);
    if (!isTask(left)) continue;
    const bare = match.groups?.word === undefined && match.groups?.sign === undefined && /[,;]/.test(match[0]);
    const right = splitter.judge(after);
    if (standAlone(left, right, bare, splitter) || startsOne(left, after, bare, splitter))
      return { left, right, rest: after };
  }
  return undefined;
}

/** The right side may hold several wishes itself, and be unclear as a whole: its first part decides. */
function startsOne(left: Judged, after: string, bare: boolean, splitter: Splitter): boolean {
  return jointsIn(after, splitter)
    .filter(({ index }) => index >= 4)
    .slice(0, 2)
    .some(({ index }) => standAlone(left, splitter.judge(after.slice(0, index)), bare, splitter));
}
