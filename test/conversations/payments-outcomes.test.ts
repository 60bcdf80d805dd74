import { beforeEach, describe, expect, it } from 'vitest';
import { CodedError } from '../../src/lib/errors.ts';
import { pending } from '../portal/payments/support.ts';
import { testDatabase } from '../support/database.ts';
import type { Talker } from '../support/talk.ts';
import { type Office, paymentOffice, seen, told } from './payments-office.ts';

const database = await testDatabase();
const MINUTE = 60_000;
const CARD = { action: 'card', number: '4242 4242 4242 4242', expiry: '12 / 30', cvc: '123', name: 'A. Nowak' };

describe.each(['en', 'pl'] as const)('what becomes of a payment (%s)', (locale) => {
  let set: Office;
  let anna: Talker;
  const by = <T>(texts: { en: T; pl: T }): T => texts[locale];
  const yes = by({ en: 'yes', pl: 'tak' });
  const pay123 = by({ en: 'pay invoice 123', pl: 'zapłać fakturę 123' });
  const page = by({ en: 'Payment provider’s page', pl: 'Strona operatora płatności' });
  const bank = by({ en: 'Bank account •••• 5521', pl: 'Rachunek bankowy •••• 5521' });

  beforeEach(async () => {
    set = await paymentOffice(database, locale);
    anna = await set.chat('anna');
    await set.account.invoice({ number: '123', total: '100.00' });
  });

  /** The address behind the newest link. */
  function link(): string {
    const blocks = anna.last().reply.card?.blocks ?? [];
    const buttons = blocks.flatMap((block) => (block.type === 'actions' ? block.buttons : []));
    return buttons.flatMap((button) => ('url' in button ? button.url : [])).at(-1)!;
  }
  const submit = async (url: string, form: object) => {
    await set.gateway.submit(url.split('/').at(-1)!, form, locale);
    await set.talk.settle();
  };

  it('declined: nothing was charged, why, and another method is a payment of its own', async () => {
    await set.gateway.misbehave({ kind: 'decline', reason: 'insufficient_funds' });
    await anna.says(pay123);
    await anna.says(yes);
    expect(seen(anna)).toContain(
      by({
        en: 'there was not enough money for it. Nothing was charged',
        pl: 'zabrakło środków. Nic nie zostało pobrane',
      }),
    );
    set.golden('failed', anna.last());
    await anna.presses(bank);
    expect(seen(anna)).toContain('•••• 5521?');
    await anna.says(yes);
    expect(seen(anna)).toContain('P-1002');
    expect(await set.charges()).toEqual(['100.00']);
  });

  it('pending: it is said that nothing is charged twice, and told how it ended', async () => {
    await set.gateway.misbehave(pending('succeeded'));
    await anna.says(pay123);
    await anna.says(yes);
    expect(seen(anna)).toContain(by({ en: 'Nothing will be charged twice', pl: 'Nic nie zostanie pobrane dwa razy' }));
    set.golden('processing', anna.last());
    await anna.says(pay123);
    expect(seen(anna)).toContain(by({ en: 'has been submitted already', pl: 'jest już w toku' }));
    await set.gateway.advance();
    await set.runJobs();
    expect(told(anna.last())).toContain(by({ en: 'Paid: PLN 100.00', pl: 'Zapłacono 100,00 zł' }));
    const processing = anna
      .messages()
      .filter(({ reply }) => reply.text.includes(by({ en: 'being processed', pl: 'w toku:' })));
    expect(processing).toEqual([]);
  });

  it('without an answer from the gateway it is not called failed, and charged once', async () => {
    await set.gateway.misbehave({ kind: 'time_out_after_charging' });
    await anna.says(pay123);
    await anna.says(yes);
    expect(seen(anna)).toContain(by({ en: 'hasn’t confirmed it yet', pl: 'jeszcze jej nie potwierdził' }));
    await set.runJobs();
    expect(told(anna.last())).toContain(by({ en: 'Paid: PLN 100.00', pl: 'Zapłacono 100,00 zł' }));
    expect(await set.charges()).toEqual(['100.00']);
  });

  it('never answered at all it goes to review, and the payer is told', async () => {
    await set.gateway.misbehave({ kind: 'time_out_before_charging' });
    await anna.says(pay123);
    await anna.says(yes);
    set.clock.move(25 * 60 * MINUTE);
    await set.runJobs();
    expect(told(anna.last())).toContain(
      by({ en: 'is being looked into by the billing team', pl: 'jest wyjaśniana przez dział rozliczeń' }),
    );
    set.golden('review', anna.last());
    await anna.says(pay123);
    expect(seen(anna)).toContain(by({ en: 'has been submitted already', pl: 'jest już w toku' }));
  });

  it('on the provider’s page: a link, and told once it was paid there', async () => {
    await anna.says(pay123);
    await anna.presses(page);
    expect(seen(anna)).toContain(by({ en: 'never here in the chat', pl: 'nigdy tu na czacie' }));
    set.golden('page-confirm', anna.last());
    await anna.says(yes);
    expect(anna.buttons()[0]).toBe(
      by({ en: 'Open the payment page (leaves the chat)', pl: 'Otwórz stronę płatności (poza czatem)' }),
    );
    set.golden('page', anna.last());
    expect(await set.charges()).toEqual([]);
    await submit(link(), CARD);
    expect(told(anna.last())).toMatch(
      by({
        en: /^Paid: PLN 100\.00.*on the payment provider’s page/,
        pl: /^Zapłacono 100,00 zł.*na stronie operatora płatności/,
      }),
    );
    expect(link()).toBeUndefined();
  });

  it('a page that ran out is told, and the amount is free again', async () => {
    await anna.says(pay123);
    await anna.presses(page);
    await anna.says(yes);
    set.clock.move(31 * MINUTE);
    await set.runJobs();
    expect(told(anna.last())).toContain(
      by({ en: 'the time for paying on the page ran out', pl: 'minął czas na zapłatę' }),
    );
    set.golden('page-expired', anna.last());
    await anna.says(pay123);
    expect(seen(anna)).toContain(by({ en: 'Pay PLN 100.00', pl: 'Zapłacić 100,00 zł' }));
  });

  it('a page can be cancelled from the chat, and is not payable any more', async () => {
    await anna.says(pay123);
    await anna.presses(page);
    await anna.says(yes);
    const url = link();
    await anna.presses(by({ en: 'Cancel this payment', pl: 'Anuluj tę płatność' }));
    expect(told(anna.last())).toContain(by({ en: 'was withdrawn', pl: 'została wycofana' }));
    await submit(url, CARD);
    expect(await set.charges()).toEqual([]);
  });

  it('undoing one that waits on its page withdraws it, after a confirmation', async () => {
    await anna.says(pay123);
    await anna.presses(page);
    await anna.says(yes);
    await anna.says(by({ en: 'undo', pl: 'cofnij' }));
    expect(seen(anna)).toContain(by({ en: 'Withdraw payment P-1001', pl: 'Wycofać płatność P-1001' }));
    set.golden('withdraw', anna.last());
    await anna.says(yes);
    expect(told(anna.last())).toContain(by({ en: 'was withdrawn', pl: 'została wycofana' }));
    set.golden('withdrawn', anna.last());
  });
});

describe.each(['en', 'pl'] as const)('where every payment goes to the page (%s)', (locale) => {
  it('no method on file is offered or charged, also when it was asked for', async () => {
    const set = await paymentOffice(database, locale, () => ({ payments: 'hosted' }));
    const anna = await set.chat('anna');
    await set.account.invoice({ number: '123', total: '100.00' });
    await anna.says(
      { en: 'pay invoice 123 with the card ending 4242', pl: 'zapłać fakturę 123 kartą z końcówką 4242' }[locale],
    );
    expect(anna.buttons().slice(1)).toEqual(
      { en: ['No, leave it', 'Change the amount'], pl: ['Nie, zostaw', 'Zmień kwotę'] }[locale],
    );
    expect(seen(anna)).toContain(
      { en: 'on the payment provider’s page?', pl: 'na stronie operatora płatności?' }[locale],
    );
    await anna.says({ en: 'yes', pl: 'tak' }[locale]);
    expect(seen(anna)).toContain('simulated-gateway/pay/');
  });
});

describe.each(['en', 'pl'] as const)('while the provider of the page can’t be reached (%s)', (locale) => {
  const by = <T>(texts: { en: T; pl: T }): T => texts[locale];

  it('the link is sent as soon as it can be, and cancelling says that the page is still open', async () => {
    let down = true;
    const orDown = async <T>(ask: () => Promise<T>): Promise<T> => {
      if (down) throw new CodedError('unavailable', 'gateway_down');
      return ask();
    };
    const set = await paymentOffice(database, locale, ({ gateway }) => ({
      gateway: {
        ...gateway,
        openPage: (request) => orDown(() => gateway.openPage(request)),
        voidPage: (key) => orDown(() => gateway.voidPage(key)),
      },
    }));
    const anna = await set.chat('anna');
    await set.account.invoice({ number: '123', total: '100.00' });
    await anna.says(by({ en: 'pay invoice 123', pl: 'zapłać fakturę 123' }));
    await anna.presses(by({ en: 'Payment provider’s page', pl: 'Strona operatora płatności' }));
    await anna.says(by({ en: 'yes', pl: 'tak' }));
    expect(seen(anna)).toContain(
      by({ en: 'the payment page can’t be opened right now', pl: 'strony płatności nie da się teraz otworzyć' }),
    );
    set.golden('page-later', anna.last());
    down = false;
    await set.runJobs();
    expect(seen(anna)).toContain('simulated-gateway/pay/');
    down = true;
    await anna.presses(by({ en: 'Cancel this payment', pl: 'Anuluj tę płatność' }));
    expect(told(anna.last())).toContain(by({ en: 'so it is still open', pl: 'więc jest nadal otwarta' }));
    down = false;
    await anna.presses(by({ en: 'Cancel this payment', pl: 'Anuluj tę płatność' }));
    expect(told(anna.last())).toContain(by({ en: 'was withdrawn', pl: 'została wycofana' }));
  });
});
