import type { IntentName } from '../kit/contract.ts';
import type { FrameSlots, Shown } from '../kit/dialog.ts';
import type { Understand, Context as Understanding, Understood, Wish } from '../kit/understood.ts';
import type { Command } from './command.ts';
import { formSlots } from './form.ts';
import type { StoredPress } from './store.ts';
import { type Turn, topOf } from './tools.ts';

/** What a text meets: what is open decides what a bare word means. */
export function contextOf<P>({ state, ctx, locale }: Turn<P>): Understanding {
  const top = topOf(state);
  const awaiting = top?.asked ?? (top?.offered ? 'confirm' : undefined);
  return { today: ctx.today, locale, awaiting, dialog: top?.dialog };
}

/** What a text, so understood in its context, asks for, as commands. */
export function interpretText<P>(turn: Turn<P>, understood: Understood, text: string): Command[] {
  // A reason is whatever the person writes, unless it plainly is something else.
  if (contextOf(turn).awaiting === 'reason' && !takesOver(understood)) return [{ do: 'fill', slots: { reason: text } }];
  const { shown } = turn.state;
  if (understood.by) {
    const wishes = understood.wishes.map((wish) => ({ ...wish, intent: meantOf(shown, wish, text) }));
    return readOrOffered(turn, { ...understood, wishes });
  }
  if (understood.decision === 'ask') {
    const { intent = 'none', slots = {} } = understood.wishes[0] ?? {};
    const listed = decidedFrom(shown, intent, slots) ?? rowOf(shown, intent, slots, text);
    // Unsure only of what is decided about or paid: the list says it, and either is confirmed anyway.
    if (listed && understood.candidates.slice(0, 2).every((one) => isSameDeed(one.intent, listed))) {
      return [{ do: 'start', intent: listed, slots }];
    }
    return [{ do: 'clarify', candidates: understood.candidates.map(({ intent }) => ({ intent, slots })) }];
  }
  if (understood.decision === 'none') return [{ do: 'unknown' }];
  return understood.wishes.map((wish) => commandOf(meantOf(shown, wish, text), wish.slots));
}

/**
 * What another message's text asks for, as if it were said out of the blue: reading may start, all else is offered as a
 * button (PRODUCT.md section 8).
 */
export function interpretQuoted<P>(turn: Turn<P>, understand: Understand, text: string): Command[] {
  const { decision, wishes, candidates } = understand(text, { today: turn.ctx.today, locale: turn.locale });
  if (decision === 'none') return [{ do: 'unknown' }];
  const slots = wishes[0]?.slots ?? {};
  if (decision === 'ask') return [{ do: 'clarify', candidates: candidates.map(({ intent }) => ({ intent, slots })) }];
  return readOrOffered(turn, { wishes, candidates: [] });
}

/** What is not the person's own word starts reading dialogs only; anything else is offered, before what else was likely. */
function readOrOffered<P>(
  { dialogs }: Turn<P>,
  { wishes, candidates }: Pick<Understood, 'wishes' | 'candidates'>,
): Command[] {
  if (wishes.every(({ intent }) => dialogs.get(intent)?.reads)) return wishes.map((wish) => ({ do: 'start', ...wish }));
  const named = wishes.map(({ intent }) => intent);
  const others = candidates.filter(({ intent }) => !named.includes(intent));
  return [{ do: 'clarify', candidates: [...wishes, ...others.map(({ intent }) => ({ intent, slots: {} }))] }];
}

const deedOf = (intent: IntentName) =>
  /^(?:payments|invites|access)\.(approve|decline)$/.exec(intent)?.[1] as 'approve' | 'decline' | undefined;
const MODULES: Partial<Record<Shown['kind'], 'payments' | 'invites' | 'access'>> = {
  payment: 'payments',
  invitation: 'invites',
  role_request: 'access',
};

const isPaying = (intent: IntentName) => intent === 'invoices.pay' || intent === 'payments.due.pay';
const isRemoving = (intent: IntentName) => Object.values(OWN_REMOVE).includes(intent);
const isSameDeed = (one: IntentName, other: IntentName) =>
  deedOf(one)
    ? deedOf(one) === deedOf(other)
    : (isPaying(one) && isPaying(other)) || (isRemoving(one) && isRemoving(other));

/** What "approve the first one" decides depends on the list it was said of, which the words alone don't tell. */
function decidedFrom(shown: Shown | undefined, intent: IntentName, slots: FrameSlots): IntentName | undefined {
  const deed = deedOf(intent);
  const module = shown && MODULES[shown.kind];
  const byRow = slots.ordinal && Object.keys(slots).every((name) => name === 'ordinal' || name === 'reason');
  return deed && module && byRow ? `${module}.${deed}` : undefined;
}

const OWN_SHOW: Partial<Record<Shown['kind'], IntentName>> = {
  ...{ contract: 'contracts.show', order: 'orders.track', due: 'payments.due.list' },
};
const OWN_PAY: Partial<Record<Shown['kind'], IntentName>> = {
  ...{ invoice: 'invoices.pay', due: 'payments.due.pay', order: 'payments.due.pay', contract: 'payments.due.pay' },
};

const OWN_REMOVE: Partial<Record<Shown['kind'], IntentName>> = {
  ...{ person: 'users.remove', invitation: 'invites.revoke', method: 'billing.methods.remove' },
};

/** "The second invoice" is one, whatever was listed last. */
const INVOICE = /invoic|faktur/i;

/** A wish as the list shown last makes of it. */
const meantOf = (shown: Shown | undefined, { intent, slots }: Wish, text: string): IntentName =>
  decidedFrom(shown, intent, slots) ?? rowOf(shown, intent, slots, text) ?? intent;

/** "Show the second one", "pay the first one", "pay it", "remove the last one": of whatever was listed last. */
function rowOf(shown: Shown | undefined, intent: IntentName, slots: FrameSlots, text: string): IntentName | undefined {
  if (!shown || slots.invoice || slots.order || slots.contract || INVOICE.test(text)) return undefined;
  if (isPaying(intent) && (slots.ordinal || impliesShown(shown, intent, slots))) return OWN_PAY[shown.kind];
  if (!slots.ordinal) return undefined;
  if (isRemoving(intent)) return OWN_REMOVE[shown.kind];
  return intent === 'invoices.show' ? OWN_SHOW[shown.kind] : undefined;
}

/** "Pay it" is the one looked at; after payments due "pay", also "all", is of those, and after invoices "pay both". */
function impliesShown({ kind, refs, focus }: Shown, intent: IntentName, { status = 'all', amount }: FrameSlots) {
  if (kind === 'invoice') return intent === 'invoices.pay';
  if (status !== 'all' || amount) return false;
  return kind === 'due' || focus !== undefined || refs.length === 1;
}

const takesOver = ({ decision, wishes }: Understood) =>
  decision === 'act' && wishes.some(({ intent }) => intent !== 'dialog.fill' && intent !== 'none');

const PLAIN: Partial<Record<IntentName, Command>> = {
  'dialog.confirm': { do: 'affirm' },
  'dialog.deny': { do: 'deny' },
  'dialog.cancel': { do: 'cancel' },
  'dialog.next': { do: 'next' },
  'dialog.undo': { do: 'undo' },
  none: { do: 'unknown' },
};

function commandOf(intent: IntentName, slots: Understood['wishes'][number]['slots']): Command {
  if (intent === 'dialog.fill') return { do: 'fill', slots };
  return PLAIN[intent] ?? { do: 'start', intent, slots };
}

/** What a button does: exactly what it was stored to do, with what stood in the form beside it. */
export function interpretPress(press: StoredPress, values: Readonly<Record<string, string>> = {}): Command {
  const { action } = press;
  const frame = action.frame;
  switch (action.do) {
    case 'start': {
      const slots = { ...action.slots, ...formSlots(values) };
      return { do: 'start', intent: action.intent, slots, ...(action.digest && { digest: action.digest }) };
    }
    case 'fill':
      return { do: 'fill', slots: { ...action.slots, ...formSlots(values) }, ...(frame && { frame }) };
    case 'affirm':
      return { do: 'affirm', button: { frame: frame ?? '', offered: action.offered ?? '' } };
    case 'deny':
      return { do: 'deny', ...(frame && { frame }) };
  }
}
