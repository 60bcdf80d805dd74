import type { Draft } from '../kit/dialog.ts';
import type { Turn } from './tools.ts';

/** What a card number in chat is answered with: that nothing of it was kept, and the way to the provider's page. */
export function cardNumberAnswer<P>({ texts, dialogs }: Turn<P>): Draft {
  const text = texts.cardNumber;
  if (!dialogs.has('billing.methods.add')) return { text };
  const action = { do: 'start', intent: 'billing.methods.add', slots: { method: 'card' } } as const;
  const buttons = [{ label: texts.addCard, action }];
  return {
    text,
    card: {
      blocks: [
        { type: 'text', text },
        { type: 'actions', buttons },
      ],
    },
  };
}
