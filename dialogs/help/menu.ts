import type { Block, Button } from '../../src/kit/card.ts';
import type { IntentName } from '../../src/kit/contract.ts';
import type { Action } from '../../src/kit/dialog.ts';
import type { Localized } from '../../src/lib/locale.ts';
import { type Context, defineDialog } from '../define.ts';

type Group = 'money' | 'services' | 'people' | 'own';

/** Where a dialog stands on the menu, by the first word of its intent. */
const GROUPS: Record<string, Group> = {
  invoices: 'money',
  payments: 'money',
  billing: 'money',
  plans: 'services',
  contracts: 'services',
  orders: 'services',
  rewards: 'services',
  users: 'people',
  invites: 'people',
};

/** What people come for most, as buttons; the rest is named and understood by its words. */
export const FIRST: readonly IntentName[] = [
  'invoices.list',
  'invoices.pay',
  'orders.list',
  'invites.list',
  'users.invite',
  'users.list',
  'human.handover',
];
const BUTTONS = 6;

interface MenuTexts {
  text: string;
  groups: Record<Group, string>;
  examples: string;
}

const texts: Localized<MenuTexts> = {
  en: {
    text: 'Here is what I can do for you. Just write it in your own words, or press a button.',
    groups: { money: 'Invoices and payments', services: 'Orders and contracts', people: 'People', own: 'You' },
    examples:
      'For example: “show my overdue invoices”, “pay invoice 123”, “and the closed ones?”, “e-mail them to me”.',
  },
  pl: {
    text: 'Oto, w czym mogę pomóc. Wystarczy napisać własnymi słowami albo nacisnąć przycisk.',
    groups: { money: 'Faktury i płatności', services: 'Zamówienia i umowy', people: 'Osoby', own: 'Ty i Twoje konto' },
    examples: 'Na przykład: „pokaż zaległe faktury”, „zapłać fakturę 123”, „a zamknięte?”, „wyślij mi je e-mailem”.',
  },
};

/** What can you do: the dialogs' own titles, only those the person may use, in groups. */
export const showMenu = defineDialog({
  intent: 'help.menu',
  title: { en: 'What can you do?', pl: 'Co potrafisz?' },
  reads: true,
  slots: {},
  texts,
  async run(ctx, _values, { texts: t }) {
    const offered = await offeredTo(ctx);
    const titleOf = (intent: IntentName) => offered.find((one) => one.intent === intent)?.title;
    const items = (Object.keys(t.groups) as Group[]).flatMap((group) => {
      const titles = offered.filter(({ intent }) => groupOf(intent) === group).map(({ title }) => title);
      return titles.length > 0 ? [{ label: t.groups[group], value: titles.join(' · ') }] : [];
    });
    const buttons = FIRST.flatMap((intent): Button<Action>[] => {
      const label = titleOf(intent);
      return label ? [{ label, action: { do: 'start', intent } }] : [];
    });
    const blocks: Block<Action>[] = [
      { type: 'text', text: t.text },
      { type: 'fields', items },
      ...(buttons.length > 0 ? [{ type: 'actions', buttons: buttons.slice(0, BUTTONS) } as const] : []),
      { type: 'text', text: t.examples, style: 'muted' },
    ];
    return { replies: [{ text: t.text, card: { blocks } }] };
  },
});

const groupOf = (intent: IntentName): Group => GROUPS[intent.split('.')[0] ?? ''] ?? 'own';

/** The dialogs with a title whose permission the person holds now, this one left out. */
async function offeredTo({ dialogs, portal, locale }: Context): Promise<{ intent: IntentName; title: string }[]> {
  const held = new Set<string>((await portal.access.explain({})).held.map(({ permission }) => permission));
  return dialogs.flatMap(({ intent, permission, title }) =>
    title && intent !== 'help.menu' && (!permission || held.has(permission)) ? [{ intent, title: title[locale] }] : [],
  );
}
