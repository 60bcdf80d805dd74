import type { Localized } from '../lib/locale.ts';
import { BILLING_REASONS } from './reasons/billing.ts';
import { CONTRACT_REASONS } from './reasons/contracts.ts';
import { INVOICE_REASONS } from './reasons/invoices.ts';
import { ORDER_REASONS } from './reasons/orders.ts';
import { PAYMENT_REASONS } from './reasons/payments.ts';
import { PEOPLE_REASONS } from './reasons/people.ts';
import { REMINDER_REASONS } from './reasons/reminders.ts';
import { REWARD_REASONS } from './reasons/rewards.ts';

type Details = Readonly<Record<string, unknown>>;
type Sentence = (details: Details) => string;

const who = (details: Details): string =>
  ((details.holders ?? []) as { name: string }[]).map(({ name }) => name).join(', ');

/** A sentence for every reason an operation refuses by; a test holds that none is missing. */
export const REASONS: Record<string, Localized<Sentence>> = {
  ...CONTRACT_REASONS,
  ...BILLING_REASONS,
  ...INVOICE_REASONS,
  ...ORDER_REASONS,
  ...PAYMENT_REASONS,
  ...PEOPLE_REASONS,
  ...REMINDER_REASONS,
  ...REWARD_REASONS,
  not_found: {
    en: () =>
      'I can’t find that in your account. Please check the number or choose it from the list. Nothing was changed.',
    pl: () => 'Nie ma tego na Twoim koncie. Proszę sprawdzić numer albo wybrać z listy. Nic się nie zmieniło.',
  },
  forbidden: {
    en: () => 'You’re not allowed to do that. Nothing was changed.',
    pl: () => 'Nie masz do tego uprawnień. Nic się nie zmieniło.',
  },
  no_access: {
    en: () => 'You no longer have access to this account. Nothing was changed.',
    pl: () => 'Nie masz już dostępu do tego konta. Nic się nie zmieniło.',
  },
  own_request: {
    en: (d) =>
      `You asked for this yourself, so somebody else has to decide${who(d) ? `: ${who(d)}` : ', and right now nobody else can'}. Nothing was changed.`,
    pl: (d) =>
      `To Twoja własna prośba, więc decyzję musi podjąć ktoś inny${who(d) ? `: ${who(d)}` : ', a w tej chwili nikt inny nie może'}. Nic się nie zmieniło.`,
  },
  not_a_decider: {
    en: (d) => `This isn’t yours to decide${who(d) ? `; these people can: ${who(d)}` : ''}. Nothing was changed.`,
    pl: (d) => `Ta decyzja nie należy do Ciebie${who(d) ? `; mogą ją podjąć: ${who(d)}` : ''}. Nic się nie zmieniło.`,
  },
  no_decider: {
    en: () => 'Somebody else has to approve this, and nobody in your account can right now. Nothing was changed.',
    pl: () =>
      'To musi zatwierdzić inna osoba, a na Twoim koncie nikt teraz nie może tego zrobić. Nic się nie zmieniło.',
  },
  invalid: {
    en: (d) =>
      `That doesn’t look right${d.field ? ` (${d.field})` : ''}. Nothing was changed; please check it and try again.`,
    pl: (d) =>
      `Coś się tu nie zgadza${d.field ? ` (${d.field})` : ''}. Nic się nie zmieniło, proszę sprawdzić i spróbować ponownie.`,
  },
  bad_input: {
    en: () =>
      'Something in that isn’t as it has to be, so nothing was changed. Please put it differently or choose it from the list.',
    pl: () => 'Coś tu ma niewłaściwą postać, więc nic się nie zmieniło. Proszę napisać to inaczej albo wybrać z listy.',
  },
  key_reused: {
    en: () => 'This was already answered in another way, so I did nothing more. Please ask again.',
    pl: () => 'Na to już padła inna odpowiedź, więc nic więcej się nie zmieniło. Proszę zapytać jeszcze raz.',
  },
  conflict: {
    en: () => 'This has changed in the meantime, so I did nothing. Please look at it again.',
    pl: () => 'W międzyczasie coś się zmieniło, więc nic nie zostało zrobione. Proszę spojrzeć jeszcze raz.',
  },
  unavailable: {
    en: () =>
      'I can’t reach a service I need for that right now. Please try again in a few minutes; nothing is ever charged twice.',
    pl: () =>
      'Potrzebna usługa jest teraz niedostępna. Proszę spróbować za kilka minut; nic nie zostanie pobrane dwa razy.',
  },
  internal: {
    en: () => 'Something went wrong on our side. Please try again in a moment.',
    pl: () => 'Po naszej stronie coś poszło nie tak. Proszę spróbować za chwilę.',
  },
};
