import type { Button } from '../kit/card.ts';
import type { IntentName } from '../kit/contract.ts';
import type { Action, FrameSlots } from '../kit/dialog.ts';
import { say, type Turn } from './tools.ts';

const MAX_CHOICES = 3;

/** "Did you mean ...": the likeliest wishes as buttons, never guessed (PRODUCT.md section 8). */
export function clarify<P>(turn: Turn<P>, candidates: readonly { intent: IntentName; slots: FrameSlots }[]): 'idle' {
  const buttons = candidates.slice(0, MAX_CHOICES).flatMap(({ intent, slots }): Button<Action>[] => {
    const title = turn.dialogs.get(intent)?.title?.[turn.locale];
    return title ? [{ label: title, action: { do: 'start', intent, slots } }] : [];
  });
  if (buttons.length === 0) return unknown(turn);
  const text = turn.texts.didYouMean;
  const none: Button<Action> = { label: turn.texts.noneOfThese, action: { do: 'start', intent: 'help.menu' } };
  say(turn, {
    text,
    card: {
      blocks: [
        { type: 'text', text },
        { type: 'actions', buttons: [...buttons, none] },
      ],
    },
  });
  return 'idle';
}

/** Says plainly that it is out of scope, and what can be done instead. */
export function unknown<P>(turn: Turn<P>): 'idle' {
  const text = turn.texts.notUnderstood;
  const intents: readonly IntentName[] = ['help.menu', 'invoices.list', 'human.handover'];
  const buttons = intents.flatMap((intent): Button<Action>[] => {
    const title = turn.dialogs.get(intent)?.title?.[turn.locale];
    return title ? [{ label: title, action: { do: 'start', intent } }] : [];
  });
  const blocks =
    buttons.length > 0
      ? ([
          { type: 'text', text },
          { type: 'actions', buttons },
        ] as const)
      : [];
  say(turn, { text, ...(blocks.length > 0 && { card: { blocks } }) });
  return 'idle';
}
