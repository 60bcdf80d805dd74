import { INTENTS, type IntentName } from '../kit/contract.ts';
import type { Judged } from './judge.ts';
import type { Thresholds } from './model/calibrate.ts';
import { fold } from './text/fold.ts';
import { opensWish } from './verbs.ts';

/** Where one wish may end and the next begin. */
const joint =
  /\s*(?:[,;.!?]+\s+|\s\+\s|\s&\s|\s-\s)?\s*\b(?:and then|and also|and after that|and|then|also|plus|as well as|a potem|a nastepnie|i potem|i jeszcze|a takze|jak rowniez|oraz|potem|nastepnie|ponadto|i|a)\b\s+|\s*[,;.!?]+\s+|\s+[+&]\s+/g;
/** A clause that leans on the one before it is not a wish by itself in a list of things. */
const leaning =
  /\b(?:it|them|that|this one|its|they|he|she|him|her|je|ja|go|nia|nim|ich|jej|jego|one|ona|on|tego|te same)\b/;
const reasonWord = /\b(?:because|bc|since|bo|poniewaz|gdyz|powod\w*)\b/;
const MOST = 5;

type Judge = (clause: string) => Judged;

const takesReason = (intent: IntentName) =>
  intent !== 'dialog.fill' && (INTENTS[intent] as readonly string[]).includes('reason');
const isTask = ({ intent }: Judged) => !/^(?:dialog|smalltalk)\.|^none$/.test(intent);
const named = ({ reading }: Judged) => reading.found.map(({ slot, value }) => `${slot}${JSON.stringify(value)}`).join();

/** True when both sides of a joint are wishes of their own. */
function standAlone(left: Judged, right: Judged, { ask, act }: Thresholds): boolean {
  if (!isTask(left) || !isTask(right) || left.guard === 'reported' || right.guard === 'reported') return false;
  const [leftText, rightText] = [left.reading.folded, right.reading.folded];
  const differ = left.intent !== right.intent || (right.reading.found.length > 0 && named(left) !== named(right));
  if (!differ || reasonWord.test(leftText)) return false;
  if (opensWish(leftText) && opensWish(rightText)) {
    const same = left.intent === right.intent;
    return Math.min(left.confidence, right.confidence) >= ask && (!same || right.reading.found.length > 0);
  }
  if (takesReason(left.intent) && !opensWish(rightText)) return false;
  return left.intent !== right.intent && !leaning.test(rightText) && Math.min(left.confidence, right.confidence) >= act;
}

/** The wishes of a text in the order said, each judged by itself; one, where it does not fall apart. */
export function judgeWishes(text: string, judge: Judge, thresholds: Thresholds): Judged[] {
  const whole = judge(text);
  if (whole.guard === 'how-to' || whole.intent === 'help.ask') return [whole];
  const wishes: Judged[] = [];
  let rest = text;
  let judged = whole;
  while (wishes.length < MOST) {
    const cut = firstCut(rest, judge, thresholds);
    if (!cut) break;
    wishes.push(cut.left);
    judged = cut.right;
    rest = cut.rest;
  }
  return [...wishes, judged];
}

function firstCut(text: string, judge: Judge, thresholds: Thresholds) {
  for (const match of fold(text).matchAll(joint)) {
    const [before, after] = [text.slice(0, match.index), text.slice(match.index + match[0].length)];
    if (before.length < 4 || after.length < 4) continue;
    const left = judge(before);
    if (!isTask(left)) continue;
    const right = judge(after);
    if (standAlone(left, right, thresholds) || startsOne(left, after, judge, thresholds))
      return { left, right, rest: after };
  }
  return undefined;
}

/** The right side may hold several wishes itself, and be unclear as a whole: its first part decides. */
function startsOne(left: Judged, after: string, judge: Judge, thresholds: Thresholds): boolean {
  const next = fold(after).matchAll(joint).next();
  if (next.done || next.value.index < 4) return false;
  return standAlone(left, judge(after.slice(0, next.value.index)), thresholds);
}
