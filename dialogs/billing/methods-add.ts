import { showMoment } from '../../src/lib/dates.ts';
import type { Localized } from '../../src/lib/locale.ts';
import { defineDialog, optional } from '../define.ts';

interface AddTexts {
  card(until: string): string;
  bank(until: string): string;
  open: string;
  noUndo: string;
}

/** Opens the payment provider's page, on which alone a method can be added (PRODUCT.md section 3). */
export const addMethod = defineDialog({
  intent: 'billing.methods.add',
  permission: 'billing.change',
  title: { en: 'Add a payment method', pl: 'Dodaj metodę płatności' },
  slots: {
    kind: optional<'card' | 'bank'>({
      takes: ['method'],
      resolve: (_ctx, { method }) => (method ? { value: method === 'bank' ? 'bank' : 'card' } : { missing: true }),
    }),
  },
  texts: {
    en: {
      card: (until) =>
        `You can add the card on the payment provider’s page. The page is yours alone, good for one method until ${until}; I’ll tell you once the card is on file. Please never type a card number here.`,
      bank: (until) =>
        `You can add the bank account on the payment provider’s page. The page is yours alone, good for one method until ${until}; I’ll tell you once the account is on file.`,
      open: 'Open the payment provider’s page',
      noUndo:
        'Nothing has been added yet: simply leave the page, or press Cancel on it. What has been added can be removed again.',
    },
    pl: {
      card: (until) =>
        `Kartę dodaje się na stronie operatora płatności. Strona jest tylko dla Ciebie i pozwala dodać jedną metodę do ${until}; gdy karta będzie na koncie, dam znać. Numeru karty nigdy nie należy wpisywać tutaj.`,
      bank: (until) =>
        `Rachunek dodaje się na stronie operatora płatności. Strona jest tylko dla Ciebie i pozwala dodać jedną metodę do ${until}; gdy rachunek będzie na koncie, dam znać.`,
      open: 'Otwórz stronę operatora płatności',
      noUndo:
        'Nic nie zostało jeszcze dodane: wystarczy opuścić stronę albo nacisnąć na niej „Anuluj”. Dodaną metodę można usunąć.',
    },
  } satisfies Localized<AddTexts>,
  async run({ portal, locale, timeZone }, { kind = 'card' }, { texts: t, key }) {
    const { url, expiresAt } = await portal.billing.addMethod({ key, kind });
    const text = t[kind](showMoment(locale, timeZone, new Date(expiresAt)));
    const buttons = [{ label: t.open, url }];
    return {
      replies: [
        {
          text,
          card: {
            blocks: [
              { type: 'text', text },
              { type: 'actions', buttons },
            ],
          },
        },
      ],
      undo: { impossible: t.noUndo },
    };
  },
});
