import { beforeEach, describe, expect, it } from 'vitest';
import { mailsOf } from '../portal/people/support.ts';
import { testDatabase } from '../support/database.ts';
import { expectSaidGolden } from '../support/said.ts';
import { type Books, books } from './books.ts';

const database = await testDatabase();
const WORDS = {
  en: {
    ...{
      full: 'dispute invoice 123 because the price is wrong',
      bare: 'invoice INV-1042 is wrong',
      wish: 'I want to dispute an invoice',
    },
    ...{ yes: 'yes', no: 'no', undo: 'undo', show: 'Show the invoice', add: 'Add something to the case', send: 'Send' },
    ...{
      reason: 'We ordered 5, not 50',
      go: 'Continue',
      correction: 'no, invoice INV-1042',
      other: 'show overdue invoices',
    },
    ...{ unknown: 'dispute invoice 999', person: 'I want to talk to a person' },
  },
  pl: {
    ...{
      full: 'reklamuję fakturę 123, bo cena jest zła',
      bare: 'faktura INV-1042 jest błędna',
      wish: 'chcę zareklamować fakturę',
    },
    ...{ yes: 'tak', no: 'nie', undo: 'cofnij', show: 'Pokaż fakturę', add: 'Uzupełnij sprawę', send: 'Wyślij' },
    ...{
      reason: 'Zamówiliśmy 5, a nie 50',
      go: 'Dalej',
      correction: 'nie, faktura INV-1042',
      other: 'pokaż zaległe faktury',
    },
    ...{ unknown: 'reklamuję fakturę 999', person: 'chcę porozmawiać z człowiekiem' },
  },
};

describe.each(['en', 'pl'] as const)('disputing an invoice (%s)', (locale) => {
  const w = WORDS[locale];
  let set: Books;
  const said = () => set.ann.last().reply.text;
  const golden = (name: string) =>
    expectSaidGolden(`conversations/${name}-${locale}`, set.ann.last(), set.account, locale);
  beforeEach(async () => {
    set = await books(database, locale);
  });

  it('is confirmed with number, amount and reason, then shown in the invoice’s details', async () => {
    await set.ann.says(w.full);
    golden('dispute-confirm');
    expect(await mailsOf(set.account)).toEqual([]);
    await set.ann.says(w.yes);
    golden('dispute-done');
    expect(await mailsOf(set.account)).toHaveLength(1);
    await set.ann.says(w.undo);
    golden('dispute-final');
    await set.ann.presses(w.show);
    expect(set.ann.sees()).toContain('C-1001');
  });

  it('asks what is wrong, in a form or typed, and takes a correction of the invoice', async () => {
    await set.ann.says(w.bare);
    golden('dispute-reason');
    await set.ann.presses(w.go, { reason: w.reason });
    expect(said()).toContain(w.reason);
    await set.ann.says(w.no);
    await set.ann.says(w.wish);
    golden('dispute-which');
    await set.ann.says('123');
    await set.ann.says(w.reason);
    await set.ann.says(w.correction);
    expect(said()).toContain('INV-1042');
    expect(said()).toContain(w.reason);
    await set.ann.says(w.yes);
    expect((await mailsOf(set.account))[0]!.text).toContain('INV-1042');
  });

  it('takes the longest reason there can be, and shows it within every platform’s limits', async () => {
    const reason = 'price '.repeat(333).trim();
    await set.ann.says(w.bare);
    await set.ann.presses(w.go, { reason });
    golden('dispute-long-confirm');
    await set.ann.says(w.yes);
    await set.ann.presses(w.show);
    expect(set.ann.sees()).toContain('price price');
    golden('dispute-long-shown');
    const mia = await set.talk.person(set.account, 'mia');
    await mia.says({ en: 'show the audit trail', pl: 'pokaż dziennik zdarzeń' }[locale]);
    expect(mia.sees()).toContain('…');
  });

  it('serves another question in between and offers the confirmation again', async () => {
    await set.ann.says(w.full);
    const replies = await set.ann.says(w.other);
    expect(replies.at(-1)!.reply.text).toContain('123');
    await set.ann.says(w.yes);
    expect(said()).toContain('C-1001');
  });

  it('says under which case an invoice is in dispute already, and of an unknown one that it is', async () => {
    await set.ann.says(w.full);
    await set.ann.says(w.yes);
    await set.ann.says(w.full);
    golden('dispute-already');
    await set.ann.says(w.unknown);
    expect(said()).toContain('999');
    expect(await mailsOf(set.account)).toHaveLength(1);
  });

  it('names the role it takes to somebody without it', async () => {
    const tom = await set.talk.person(set.account, 'tom');
    await tom.says(w.full);
    expect(tom.sees()).toContain({ en: 'Ask for the role', pl: 'Poproś o rolę' }[locale]);
  });

  it('lets one add to the case that was opened, or to one handed over to a person', async () => {
    await set.ann.says(w.person);
    await set.ann.presses(w.add);
    golden('handover-add');
    await set.ann.presses(w.send, { reason: w.reason });
    golden('handover-added');
    await set.ann.presses(w.add);
    await set.ann.says(w.reason);
    const mails = await mailsOf(set.account);
    expect(mails).toHaveLength(3);
    expect(mails[2]!.text).toContain(w.reason);
    expect(mails[2]!.subject).toContain('[C-1001]');
  });
});
