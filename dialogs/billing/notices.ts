import type { Block } from '../../src/kit/card.ts';
import type { Action } from '../../src/kit/dialog.ts';
import type { Localized } from '../../src/lib/locale.ts';
import { defineNotice } from '../define.ts';
import { buttonsIn } from '../home.ts';
import { addButtons, listButton, methodActions } from './method-table.ts';
import { methodInFull, methodInside } from './words.ts';

interface NoticeTexts {
  added(name: string): string;
  already(name: string): string;
  isDefault: string;
  defaultIs(name: string): string;
  cancelled: string;
  expired: string;
}

const TEXTS: Localized<NoticeTexts> = {
  en: {
    added: (name) => `A new payment method is on file: ${name}.`,
    already: (name) => `You added ${name}, which was on file already: it stays there once.`,
    isDefault: 'It is the default.',
    defaultIs: (name) => `The default is still ${name}.`,
    cancelled: 'You cancelled on the payment provider’s page, so no payment method was added.',
    expired: 'The time on the payment provider’s page ran out, so no payment method was added.',
  },
  pl: {
    added: (name) => `Na koncie jest nowa metoda płatności: ${name}.`,
    already: (name) => `Ta metoda płatności już jest na koncie, więc nie przybyło drugiej: ${name}.`,
    isDefault: 'Jest domyślna.',
    defaultIs: (name) => `Domyślna to nadal ${name}.`,
    cancelled: 'Dodawanie na stronie operatora płatności zostało anulowane, więc nie przybyła żadna metoda płatności.',
    expired: 'Czas na stronie operatora płatności minął, więc nie przybyła żadna metoda płatności.',
  },
};

/** A method came from the provider's page and is on file, while it still is. */
const methodAdded = defineNotice({
  kind: 'billing.method_added',
  async render({ portal, locale }, { details }) {
    const t = TEXTS[locale];
    const methods = await portal.billing.choose({});
    const method = methods.find(({ id }) => id === details.methodId);
    if (!method) return undefined;
    const preferred = methods.find(({ isDefault }) => isDefault);
    const place = method.isDefault ? [t.isDefault] : preferred ? [t.defaultIs(methodInside(locale, preferred))] : [];
    const lead = details.already ? t.already : t.added;
    const text = [lead(methodInFull(locale, { ...method, isDefault: false })), ...place].join(' ');
    const blocks: Block<Action>[] = [
      { type: 'text', text },
      ...buttonsIn(...methodActions(locale, method).slice(0, -1), listButton(locale)),
    ];
    return { text, card: { blocks } };
  },
});

/** A page for adding a method ended with nothing added. */
const setupEnded = defineNotice({
  kind: 'billing.setup_ended',
  async render({ portal, locale }, { details }) {
    // Whoever may not add one any more is not told of a page for it.
    await portal.billing.choose({});
    const text = TEXTS[locale][details.to === 'expired' ? 'expired' : 'cancelled'];
    return { text, card: { blocks: [{ type: 'text', text }, ...buttonsIn(...addButtons(locale))] } };
  },
});

export const billingNotices = [methodAdded, setupEnded];
