import type { IntentName } from '../kit/contract.ts';
import type { Candidate, Context, Guard } from '../kit/understood.ts';
import { isChange } from './changes.ts';
import { asksFact, asksHow, negated, saysUnable, speaksOf } from './guards.ts';
import { hash } from './model/features.ts';
import { classify, type Model, wishOf } from './model/model.ts';
import { type Reading, read } from './slots/index.ts';
import { fold } from './text/fold.ts';

/** What one clause comes to. */
export interface Judged {
  intent: IntentName;
  confidence: number;
  candidates: Candidate[];
  reading: Reading;
  guard?: Guard;
}

/** What a question about how it is done may still be; all other wishes in it add up to `help.ask`. */
const beside: readonly IntentName[] = [
  'none',
  'access.explain',
  'human.handover',
  'help.menu',
  'smalltalk.greet',
  'smalltalk.thanks',
  'smalltalk.bye',
];

/** How sure the guards are: they follow grammar, not likeness. */
const SURE = 0.99;

function asHelp(candidates: readonly Candidate[]): Candidate[] {
  const kept = candidates.filter(({ intent }) => beside.includes(intent));
  const help = 1 - kept.reduce((sum, { confidence }) => sum + confidence, 0);
  return [{ intent: 'help.ask' as const, confidence: help }, ...kept].sort((a, b) => b.confidence - a.confidence);
}

/** The likeliest intents of a question, those that change something left out and the rest made whole again. */
function facts(candidates: readonly Candidate[]): Pick<Judged, 'intent' | 'confidence' | 'candidates'> {
  const kept = candidates.filter(({ intent }) => !isChange(intent) && !intent.startsWith('dialog.'));
  const total = kept.reduce((sum, { confidence }) => sum + confidence, 0);
  const whole = kept.map(({ intent, confidence }) => ({ intent, confidence: confidence / total }));
  return { intent: whole[0]?.intent ?? 'none', confidence: whole[0]?.confidence ?? 0, candidates: whole };
}

/** Reads one clause: what it names, what it most likely wishes, and whether it wishes it at all. */
export function judge(clause: string, model: Model, { today }: Context): Judged {
  const reading = read(wishOf(clause), today, (word) => model.words.has(hash(word)));
  const candidates = classify(model, reading);
  const [top] = candidates;
  const intent = top?.intent ?? 'none';
  const judged = { intent, confidence: top?.confidence ?? 0, candidates, reading };
  if (!isChange(intent)) return judged;
  const folded = fold(reading.text);
  const instead = negated(folded, intent);
  if (instead) return { ...judged, intent: instead, confidence: SURE, guard: 'negated' };
  if (asksHow(folded)) {
    const [likeliest] = asHelp(candidates);
    return { ...judged, ...likeliest, candidates: asHelp(candidates), guard: 'how-to' };
  }
  if (asksFact(folded)) return { ...judged, ...facts(candidates), guard: 'question' };
  if (saysUnable(folded)) return { ...judged, ...facts(candidates), guard: 'reported' };
  if (speaksOf(folded)) return { ...judged, intent: 'none', guard: 'reported' };
  return judged;
}
