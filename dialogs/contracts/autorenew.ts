import { showDate } from '../../src/lib/dates.ts';
import type { Localized } from '../../src/lib/locale.ts';
import { showMoney } from '../../src/lib/money.ts';
import type { ContractRow } from '../../src/portal/contracts/row.ts';
import { defineDialog, optional } from '../define.ts';
import { buttonsIn } from '../home.ts';
import { showButton, switchButton } from './cards.ts';
import { contractSlot, lookedAt } from './slots.ts';
import { renewalSentence } from './words.ts';

interface SwitchTexts {
  ask: string;
  none: string;
  confirm(number: string, endsOn: string, value: string): string;
  yes: string;
  done(number: string, endsOn: string): string;
  already(number: string): string;
}

const texts: Localized<Record<'on' | 'off', SwitchTexts>> = {
  en: {
    on: {
      ask: 'Which contract should renew automatically?',
      none: 'There is no running contract whose automatic renewal is off.',
      confirm: (number, endsOn, value) =>
        `Turn automatic renewal of contract ${number} on? It then renews by itself when it ends on ${endsOn}. Its value now is ${value}.`,
      yes: 'Turn automatic renewal on',
      done: (number, endsOn) =>
        `Automatic renewal of contract ${number} is on: it renews by itself when it ends on ${endsOn}.`,
      already: (number) => `Automatic renewal of contract ${number} is on already, so nothing was changed.`,
    },
    off: {
      ask: 'Which contract should no longer renew automatically?',
      none: 'There is no running contract whose automatic renewal is on.',
      confirm: (number, endsOn, value) =>
        `Turn automatic renewal of contract ${number} (${value}) off? It then ends on ${endsOn}, unless somebody renews it.`,
      yes: 'Turn automatic renewal off',
      done: (number, endsOn) =>
        `Automatic renewal of contract ${number} is off: it ends on ${endsOn}, unless somebody renews it.`,
      already: (number) => `Automatic renewal of contract ${number} is off already, so nothing was changed.`,
    },
  },
  pl: {
    on: {
      ask: 'Która umowa ma się odnawiać automatycznie?',
      none: 'Nie ma obowiązującej umowy z wyłączonym automatycznym odnawianiem.',
      confirm: (number, endsOn, value) =>
        `Włączyć automatyczne odnawianie umowy ${number}? Gdy się skończy (${endsOn}), odnowi się sama. Jej obecna wartość: ${value}.`,
      yes: 'Włącz automatyczne odnawianie',
      done: (number, endsOn) =>
        `Automatyczne odnawianie umowy ${number} jest włączone: gdy się skończy (${endsOn}), odnowi się sama.`,
      already: (number) => `Automatyczne odnawianie umowy ${number} jest już włączone, więc nic się nie zmieniło.`,
    },
    off: {
      ask: 'Która umowa nie ma się już odnawiać automatycznie?',
      none: 'Nie ma obowiązującej umowy z włączonym automatycznym odnawianiem.',
      confirm: (number, endsOn, value) =>
        `Wyłączyć automatyczne odnawianie umowy ${number} (${value})? Skończy się ${endsOn}, jeśli nikt jej nie odnowi.`,
      yes: 'Wyłącz automatyczne odnawianie',
      done: (number, endsOn) =>
        `Automatyczne odnawianie umowy ${number} jest wyłączone: umowa skończy się ${endsOn}, jeśli nikt jej nie odnowi.`,
      already: (number) => `Automatyczne odnawianie umowy ${number} jest już wyłączone, więc nic się nie zmieniło.`,
    },
  },
};

const WORD = { true: 'on', false: 'off' } as const;

/** What is wanted; where only the contract was named, the opposite of what it has, which is confirmed anyway. */
const wantedOf = (said: boolean | undefined, { autoRenew }: ContractRow): boolean => said ?? !autoRenew;

/** Automatic renewal of a contract on or off; undone by the opposite. */
export const switchAutoRenew = defineDialog({
  intent: 'contracts.autorenew',
  permission: 'contracts.renew',
  title: { en: 'Turn automatic renewal on or off', pl: 'Włącz lub wyłącz automatyczne odnawianie' },
  slots: {
    on: optional<boolean>({
      takes: ['enabled'],
      resolve: (_ctx, { enabled }) => (enabled ? { value: enabled !== 'false' } : { missing: true }),
    }),
    contract: contractSlot(({ locale, portal }, { on }) => ({
      intent: 'contracts.autorenew',
      ask: texts[locale][on === false ? 'off' : 'on'].ask,
      none: texts[locale][on === false ? 'off' : 'on'].none,
      implied: (_row, { intent }) => intent !== 'contracts.autorenew',
      candidates: () => portal.contracts.candidates({ to: on === false ? 'off' : 'on' }),
    })),
  },
  texts,
  confirm({ locale }, { on: said, contract }, texts) {
    const { number, endsOn, value, status, autoRenew, renewal } = contract;
    const on = wantedOf(said, contract);
    // There is nothing to change, or the portal says why it can't be.
    if (status === 'expired' || autoRenew === on) return undefined;
    const t = texts[WORD[`${on}`]];
    const text = [
      t.confirm(number, showDate(locale, endsOn), showMoney(locale, value)),
      ...(renewal ? [renewalSentence(locale, contract)] : []),
    ].join(' ');
    return { text, shows: { number, on, endsOn, value }, yes: t.yes };
  },
  async run(ctx, { on: said, contract: before }, { texts, key }) {
    const { id } = before;
    const on = wantedOf(said, before);
    const { contract, changed } = await ctx.portal.contracts[on ? 'autoRenewOn' : 'autoRenewOff']({ key, id });
    const t = texts[WORD[`${on}`]];
    const { number, endsOn } = contract;
    const text = changed ? t.done(number, showDate(ctx.locale, endsOn)) : t.already(number);
    const buttons = buttonsIn(showButton(ctx, contract), ...switchButton(ctx, contract));
    return {
      replies: [{ text, card: { blocks: [{ type: 'text', text }, ...buttons] } }],
      shown: lookedAt(ctx, id),
      ...(changed && { undo: { intent: 'contracts.autorenew' as const, slots: { ref: id, enabled: String(!on) } } }),
    };
  },
});
