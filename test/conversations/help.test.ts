import { beforeEach, describe, expect, it } from 'vitest';
import { repertoire } from '../../dialogs/index.ts';
import type { IntentName } from '../../src/kit/contract.ts';
import { testDatabase } from '../support/database.ts';
import { expectSaidGolden } from '../support/said.ts';
import { talkIn } from '../support/talk.ts';
import { type Books, books } from './books.ts';

const database = await testDatabase();
let set: Books;
/** Dialogs that stand on the menu's golden, which is not to change with every new one. */
const SOME: readonly IntentName[] = ['help.menu', 'human.handover', 'invoices.list', 'invoices.show', 'invoices.email'];
const said = () => set.ann.last().reply.text;

describe.each(['en', 'pl'] as const)('help and courtesies (%s)', (locale) => {
  beforeEach(async () => {
    set = await books(database, locale);
  });

  it('show what the person may do, out of the dialogs’ own titles', async () => {
    await set.ann.says({ en: 'what can you do?', pl: 'co potrafisz?' }[locale]);
    const held = new Set<string>([
      'invoices.read',
      'invoices.pay',
      'payments.read',
      'users.read',
      'users.invite',
      'own',
    ]);
    const titles = repertoire.dialogs.filter(({ permission }) => !permission || held.has(permission));
    for (const { intent, title } of titles) {
      if (title && intent !== 'help.menu') expect(set.ann.sees()).toContain(title[locale]);
    }
  });

  it('look well', async () => {
    const small = { ...repertoire, dialogs: repertoire.dialogs.filter(({ intent }) => SOME.includes(intent)) };
    const ann = await (await talkIn(set.world, { repertoire: small })).person(set.account, 'ann');
    await ann.says({ en: 'what can you do?', pl: 'co potrafisz?' }[locale]);
    expectSaidGolden(`conversations/menu-${locale}`, ann.last(), set.account, locale);
  });

  it('leave out what takes a role the person has not', async () => {
    const tom = await set.talk.person(set.account, 'tom');
    await tom.says({ en: 'help', pl: 'pomoc' }[locale]);
    expect(tom.sees()).not.toContain({ en: 'Show invoices', pl: 'Pokaż faktury' }[locale]);
    expect(tom.sees()).toContain({ en: 'Talk to a person', pl: 'Rozmowa z konsultantem' }[locale]);
  });

  it('hand over to a person with a case number and what was said', async () => {
    await set.ann.says({ en: 'show invoice 999', pl: 'pokaż fakturę 999' }[locale]);
    await set.ann.says({ en: 'cancel', pl: 'anuluj' }[locale]);
    await set.ann.says({ en: 'I want to talk to a person', pl: 'chcę porozmawiać z człowiekiem' }[locale]);
    expect(said()).toContain('C-1001');
    expectSaidGolden(`conversations/handover-${locale}`, set.ann.last(), set.account, locale);
    const { rows } = await set.account.sql.query<{ body: string }>(
      `SELECT body FROM support_case WHERE "accountId" = $1`,
      [set.account.id],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]!.body).toContain({ en: 'Ann: show invoice 999', pl: 'Ann: pokaż fakturę 999' }[locale]);
    expect(rows[0]!.body).toContain(
      { en: 'Assistant: I can’t find invoice 999', pl: 'Asystent: Na Twoim koncie' }[locale],
    );
  });

  it('are friendly and short', async () => {
    await set.ann.says({ en: 'hello', pl: 'dzień dobry' }[locale]);
    expect(said()).toBe({ en: 'Hello Ann! What can I do for you?', pl: 'Dzień dobry! W czym mogę pomóc?' }[locale]);
    expectSaidGolden(`conversations/greet-${locale}`, set.ann.last(), set.account, locale);
    await set.ann.says({ en: 'thank you', pl: 'dziękuję' }[locale]);
    expect(said()).toBe({ en: 'You’re welcome!', pl: 'Nie ma za co!' }[locale]);
    expectSaidGolden(`conversations/thanks-${locale}`, set.ann.last(), set.account, locale);
    await set.ann.says({ en: 'bye', pl: 'do widzenia' }[locale]);
    expect(said()).toBe({ en: 'Goodbye, have a nice day!', pl: 'Do widzenia, miłego dnia!' }[locale]);
    expectSaidGolden(`conversations/bye-${locale}`, set.ann.last(), set.account, locale);
  });

  it('answer in the middle of a question and then offer it again', async () => {
    await set.ann.says({ en: 'e-mail invoices', pl: 'wyślij faktury mailem' }[locale]);
    const replies = await set.ann.says({ en: 'what can you do?', pl: 'co potrafisz?' }[locale]);
    expect(replies.at(-1)!.reply.text).toBe(
      { en: 'Which invoices should I send?', pl: 'Które faktury wysłać?' }[locale],
    );
  });
});
