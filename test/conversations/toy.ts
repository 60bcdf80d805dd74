import { defineDialog, slot } from '../../dialogs/define.ts';
import type { Repertoire } from '../../src/kit/dialog.ts';
import type { Portal } from '../../src/portal/open.ts';

/** Two small dialogs that touch no portal data: one that changes something after a confirmation, one that only reads. */
export function toys() {
  const effects: { invoice: string; key: string }[] = [];
  let price = '10.00';
  const texts = { en: { paid: 'Paid' }, pl: { paid: 'Zapłacono' } };
  const pay = defineDialog({
    intent: 'invoices.pay',
    title: { en: 'Pay', pl: 'Zapłać' },
    slots: {
      invoice: slot<string>({
        takes: ['invoice', 'ordinal'],
        resolve({ shown }, { invoice, ordinal }) {
          const number = ordinal ? shown?.refs[Number(ordinal) - 1] : invoice;
          if (!number) return { missing: true };
          if (number === '999') return { again: { text: 'There is no 999. Which invoice?', awaiting: 'invoice' } };
          return { value: number };
        },
        ask: () => ({ text: 'Which invoice?', awaiting: 'invoice' }),
      }),
    },
    texts,
    confirm: (_ctx, { invoice }) => ({
      text: `Pay ${invoice} for ${price}?`,
      shows: { invoice, price },
      yes: 'Pay it',
    }),
    run(_ctx, { invoice }, { texts, key }) {
      effects.push({ invoice, key });
      return {
        replies: [{ text: `${texts.paid} ${invoice}.` }],
        undo: { impossible: 'A payment can’t be undone.' },
      };
    },
  });
  const list = defineDialog({
    intent: 'invoices.list',
    title: { en: 'List', pl: 'Lista' },
    reads: true,
    slots: {},
    texts,
    run: (_ctx, _values, { slots }) => ({
      replies: [{ text: slots.after ? 'Page two: 125' : `Invoices ${slots.status ?? 'all'}: 123, 124` }],
      shown: {
        kind: 'invoice',
        intent: 'invoices.list',
        slots: {},
        refs: slots.after ? ['125'] : ['123', '124'],
        ...(slots.after ? {} : { next: 'p2' }),
      },
    }),
  });
  const repertoire: Repertoire<Portal> = {
    dialogs: [pay, list],
    matters: [],
    notices: [],
    home: { parts: [], first: [], prompts: [] },
  };
  return {
    repertoire,
    effects,
    setPrice(to: string) {
      price = to;
    },
  };
}
