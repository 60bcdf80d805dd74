import type { Button } from '../../src/kit/card.ts';
import type { Action, Draft } from '../../src/kit/dialog.ts';
import { showDate } from '../../src/lib/dates.ts';
import type { Localized } from '../../src/lib/locale.ts';
import { showMoney } from '../../src/lib/money.ts';
import type { ContractRow } from '../../src/portal/contracts/row.ts';
import { type Context, defineDialog } from '../define.ts';
import { buttonsIn } from '../home.ts';
import { dueButton, payButton, rightsOf, showButton, switchButton } from './cards.ts';
import { contractSlot, lookedAt } from './slots.ts';
import { renewalSentence } from './words.ts';

interface RenewTexts {
  ask: string;
  none: string;
  confirm(number: string, until: string): string;
  charge(amount: string, dueOn: string): string;
  runs(endsOn: string): string;
  ran(endsOn: string): string;
  auto: string;
  yes(amount: string): string;
  done(number: string): string;
  already(number: string): string;
  payers(names: string): string;
  subscription(number: string): string;
  final: string;
}

const texts: Localized<RenewTexts> = {
  en: {
    ask: 'Which contract would you like to renew?',
    none: 'There is no support contract to renew: what there is has its renewal in payments due already, or is paid.',
    confirm: (number, until) => `Renew contract ${number} until ${until}?`,
    charge: (amount, dueOn) =>
      `Its renewal for ${amount} goes into payments due, to be paid by ${dueOn}. Nothing is charged now.`,
    runs: (endsOn) => `It runs until ${endsOn} now.`,
    ran: (endsOn) => `It expired on ${endsOn}.`,
    auto: 'Automatic renewal is on, so it would also renew by itself.',
    yes: (amount) => `Renew for ${amount}`,
    done: (number) => `Contract ${number} is being renewed.`,
    already: (number) => `Contract ${number} is being renewed already, so nothing more was ordered.`,
    payers: (names) => `Who can pay it: ${names}.`,
    subscription: (number) =>
      `Contract ${number} is a subscription: only support contracts are renewed this way. Nothing was changed. A subscription goes on by automatic renewal.`,
    final:
      'A renewal can’t be taken back here. It is charged only once somebody pays it; ask to talk to a person to cancel it.',
  },
  pl: {
    ask: 'Którą umowę odnowić?',
    none: 'Nie ma umowy asysty technicznej do odnowienia: odnowienia są już w płatnościach należnych albo zostały opłacone.',
    confirm: (number, until) => `Odnowić umowę ${number} do ${until}?`,
    charge: (amount, dueOn) =>
      `Odnowienie (${amount}) trafi do płatności należnych, termin płatności: ${dueOn}. Teraz nic nie zostanie pobrane.`,
    runs: (endsOn) => `Teraz obowiązuje do ${endsOn}.`,
    ran: (endsOn) => `Wygasła ${endsOn}.`,
    auto: 'Automatyczne odnawianie jest włączone, więc umowa odnowiłaby się też sama.',
    yes: (amount) => `Odnów za ${amount}`,
    done: (number) => `Umowa ${number} jest odnawiana.`,
    already: (number) => `Umowa ${number} jest już odnawiana, więc nic nowego nie zostało zlecone.`,
    payers: (names) => `Kto może je opłacić: ${names}.`,
    subscription: (number) =>
      `Umowa ${number} to subskrypcja, a w ten sposób odnawia się tylko umowy asysty technicznej. Nic się nie zmieniło. Subskrypcję przedłuża automatyczne odnawianie.`,
    final:
      'Odnowienia nie można tu cofnąć. Kwota zostanie pobrana dopiero po opłaceniu; aby je anulować, proszę poprosić o rozmowę z konsultantem.',
  },
};

/** Those that end soon or have ended; where there are none, all. */
function mostUrgent(rows: readonly ContractRow[]): readonly ContractRow[] {
  const urgent = rows.filter(({ status }) => status !== 'active');
  return urgent.length > 0 ? urgent : rows;
}

/** Puts a support contract's renewal into payments due, once. */
export const renewContract = defineDialog({
  intent: 'contracts.renew',
  permission: 'contracts.renew',
  title: { en: 'Renew a contract', pl: 'Odnów umowę' },
  slots: {
    contract: contractSlot(({ locale, portal }) => ({
      intent: 'contracts.renew',
      ask: texts[locale].ask,
      none: texts[locale].none,
      // What was only looked at while the question stood open is no answer to it.
      implied: ({ kind }, { intent }) => kind === 'support' && intent !== 'contracts.renew',
      candidates: () => portal.contracts.candidates({ to: 'renew' }).then(mostUrgent),
    })),
  },
  texts,
  confirm({ locale }, { contract }, t) {
    // What is the matter is said in place of it.
    if (!contract.renewable) return undefined;
    const { number, value, endsOn, status, autoRenew, next } = contract;
    const amount = showMoney(locale, value);
    const text = [
      t.confirm(number, showDate(locale, next.to)),
      t[status === 'expired' ? 'ran' : 'runs'](showDate(locale, endsOn)),
      t.charge(amount, showDate(locale, next.dueOn)),
      ...(autoRenew ? [t.auto] : []),
    ].join(' ');
    return { text, shows: { number, value, endsOn, next }, yes: t.yes(amount) };
  },
  async run(ctx, { contract }, { texts: t, key }) {
    const { id, endsOn, value, number } = contract;
    const shown = lookedAt(ctx, id);
    if (contract.kind === 'subscription') {
      return {
        replies: [draft(t.subscription(number), showButton(ctx, contract), ...switchButton(ctx, contract))],
        shown,
      };
    }
    const { contract: now, created } = await ctx.portal.contracts.renew({ key, id, endsOn, value });
    const reply = await answer(ctx, now, created ? t.done(number) : t.already(number), t);
    return { replies: [reply], shown, ...(created && { undo: { impossible: t.final } }) };
  },
});

const draft = (text: string, ...buttons: Button<Action>[]): Draft => ({
  text,
  card: { blocks: [{ type: 'text', text }, ...buttonsIn(...buttons)] },
});

/** Where the renewal stands, and how it is paid: by the person, or by whom. */
async function answer(ctx: Context, contract: ContractRow, what: string, t: RenewTexts): Promise<Draft> {
  const rights = await rightsOf(ctx);
  const { renewal } = contract;
  const waits = renewal?.state === 'due' && !rights.pay && rights.payers.length > 0;
  const text = [
    what,
    ...(renewal ? [renewalSentence(ctx.locale, contract)] : []),
    ...(waits ? [t.payers(rights.payers.join(', '))] : []),
  ].join(' ');
  return draft(text, ...payButton(ctx, contract, rights), dueButton(ctx), showButton(ctx, contract));
}
