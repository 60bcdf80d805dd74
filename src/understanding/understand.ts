import type { Slots } from '../kit/contract.ts';
import type { Context, Decision, Understand, Understood, Wish } from '../kit/understood.ts';
import type { Locale } from '../lib/locale.ts';
import { isChange } from './changes.ts';
import { moveSaid } from './dialog-state.ts';
import { FREE_TEXT, fillingOf } from './fill.ts';
import { asksHow } from './guards.ts';
import { type Judged, judge } from './judge.ts';
import { languageOf, type Model } from './model/model.ts';
import { rewardsSaid } from './rewards-said.ts';
import { slotsFor } from './slots/index.ts';
import { judgeWishes } from './split.ts';
import { spread } from './spread.ts';
import { clean } from './text/clean.ts';
import { fold } from './text/fold.ts';
import { opensWish } from './verbs.ts';

const SHOWN = 3;

/** The pure function over a trained model: dialog state, then the clauses with their slots, guards and intents. */
export function understandWith(model: Model): Understand {
  return (raw, context) => {
    const text = clean(raw);
    const whole = judge(text, model, context);
    const language = languageOf(model, whole.reading, context.locale);
    const rewards = rewardsSaid(fold(text), context);
    if (rewards) return settled([{ intent: 'dialog.fill', slots: rewards }], language);
    const move = moveSaid(fold(text), context);
    if (move) return settled([{ intent: move, slots: {} }], language);
    if (!/[\p{L}\p{N}]/u.test(text)) return { ...settled([{ intent: 'none', slots: {} }], language), decision: 'none' };
    const filled = fillOpen(whole, context, language, model);
    if (filled) return settled([{ intent: 'dialog.fill', slots: filled }], language);
    const known = new Map([[text, whole]]);
    const judged = judgeWishes(text, whole, {
      judge: (clause) => known.get(clause) ?? remember(known, clause, judge(clause, model, context)),
      slotsOf: ({ intent, reading }) => slotsFor(intent, reading, context.today, language, ''),
      thresholds: model.thresholds,
      language,
    });
    return answer(judged, text, language, context, model);
  };
}

/** The same clause is looked at from several joints. */
function remember(known: Map<string, Judged>, clause: string, judged: Judged): Judged {
  known.set(clause, judged);
  return judged;
}

const settled = (wishes: Wish[], language: Locale): Understood => ({
  wishes,
  confidence: 1,
  decision: 'act',
  candidates: [],
  language,
});

/** A value for the open question, unless the text plainly asks for something else (INTENTS.md, `awaiting`). */
function fillOpen(whole: Judged, context: Context, language: Locale, { thresholds }: Model): Slots | undefined {
  const filling = fillingOf(whole.reading, context, language);
  if (!filling || context.awaiting === undefined) return undefined;
  const { folded } = whole.reading;
  const other = !/^(?:none|dialog\.)/.test(whole.intent) && whole.confidence >= thresholds.ask;
  // "E-mail me the open ones" names nothing that a correction would not, and is another wish all the same.
  const elsewhere =
    context.awaiting === 'confirm' &&
    other &&
    whole.confidence >= thresholds.act &&
    turnsElsewhere(folded, whole, context);
  if (asksFile.test(folded) && whole.intent === 'invoices.download' && context.dialog !== whole.intent)
    return undefined;
  if (filling.leftover === 0 && !elsewhere) return filling.slots;
  const asks = asksHow(folded) || /\?\s*$/.test(folded) || opensWish(folded);
  // "Half of it, 250 dollars" is the sum asked for, however much it sounds like paying.
  if (MEASURED.includes(context.awaiting) && filling.slots.amount && !asks && filling.leftover <= 3)
    return filling.slots;
  if (context.awaiting !== 'confirm' && FREE_TEXT.includes(context.awaiting)) {
    return other && asks && whole.confidence >= thresholds.act ? undefined : filling.slots;
  }
  return other && (asks || whole.confidence >= thresholds.act || filling.leftover > 3)
    ? undefined
    : filling.leftover <= 4
      ? filling.slots
      : undefined;
}

const MEASURED: readonly Context['awaiting'][] = ['amount'];
/** "PDF of invoice 123" names nothing that a correction would not, and asks for the file. */
const asksFile = /^(?:(?:the|a|please|prosze|poprosze) )*(?:pdf\w*|copy|receipt|kopi[aei]|duplikat)\b/;

/** Asks for another dialog than the one that is open, by a verb that no correction begins with. */
const turnsElsewhere = (folded: string, { intent }: Judged, { dialog }: Context): boolean =>
  dialog !== undefined && intent !== dialog && opensWish(folded) && !CORRECTS.test(folded);
const CORRECTS =
  /^(?:please |prosze )?(?:change|make|use|set|put|take|choose|pick|try|correct|zmien|popraw|uzyj|wez|wybierz|daj|ustaw|zrob)/;

function answer(judged: Judged[], text: string, language: Locale, context: Context, { thresholds }: Model): Understood {
  const decisions = judged.map((next) => decide(next, thresholds));
  const decision: Decision =
    decisions.includes('none') && judged.length === 1
      ? 'none'
      : decisions.every((next) => next === 'act')
        ? 'act'
        : 'ask';
  const wishes = judged.flatMap((next, at): Wish[] => {
    if (decisions[at] === 'none' || next.intent === 'none') return [{ intent: 'none', slots: {} }];
    const slots = slotsFor(next.intent, next.reading, context.today, language, text);
    return spread(next, slots);
  });
  const unsure = [...judged].sort((a, b) => a.confidence - b.confidence)[0];
  const guard = judged.find((next) => next.guard)?.guard;
  return {
    wishes,
    confidence: Math.min(...judged.map(({ confidence }) => confidence)),
    decision,
    candidates: (unsure?.candidates ?? []).slice(0, SHOWN),
    language,
    ...(guard ? { guard } : {}),
  };
}

/** The thresholds come from cross-validation (model/calibrate.ts). */
function decide({ intent, confidence, guard }: Judged, { act, actOnChange, ask }: Model['thresholds']): Decision {
  if (guard === 'reported') return 'ask';
  if (intent === 'none') return 'none';
  if (confidence < ask) return 'none';
  return confidence >= (isChange(intent) ? actOnChange : act) ? 'act' : 'ask';
}
