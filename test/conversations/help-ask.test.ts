import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { HELP } from '../../src/app/folders.ts';
import type { Help } from '../../src/kit/help.ts';
import { composerOf } from '../../src/understanding/help/composing.ts';
import { openHelp } from '../../src/understanding/help/index.ts';
import { createBreaker } from '../../src/understanding/proposal/breaker.ts';
import { testDatabase } from '../support/database.ts';
import { expectSaidGolden } from '../support/said.ts';
import { talkIn } from '../support/talk.ts';
import { type Books, books } from './books.ts';

const database = await testDatabase();
let set: Books;

describe.each(['en', 'pl'] as const)('a question about the portal (%s)', (locale) => {
  const said = () => set.ann.last().reply.text;
  const say = (texts: { en: string; pl: string }) => texts[locale];
  beforeEach(async () => {
    set = await books(database, locale);
  });

  it('is answered from the article that is named, with its steps and a button that begins it', async () => {
    await set.ann.says(say({ en: 'how do I pay an invoice?', pl: 'jak zapłacić fakturę?' }));
    expect(said()).toContain(say({ en: 'Help: Paying invoices', pl: 'Pomoc: Płacenie faktur' }));
    expectSaidGolden(`conversations/help-pay-${locale}`, set.ann.last(), set.account, locale);
    await set.ann.presses(say({ en: 'Pay invoices', pl: 'Zapłać faktury' }));
    expect(set.ann.sees()).toContain('INV-1042');
  });

  it('of who has access is answered in general, with the list of users one press away', async () => {
    await set.ann.says(say({ en: 'who has access?', pl: 'kto ma dostęp?' }));
    expectSaidGolden(`conversations/help-access-${locale}`, set.ann.last(), set.account, locale);
    await set.ann.presses(say({ en: 'Show who has access', pl: 'Pokaż, kto ma dostęp' }));
    expect(set.ann.sees()).toContain(set.account.email('mia'));
  });

  it('leads from one article to the next', async () => {
    await set.ann.says(say({ en: 'how do I pay an invoice?', pl: 'jak zapłacić fakturę?' }));
    await set.ann.presses(say({ en: 'Payments that need approval', pl: 'Płatności do zatwierdzenia' }));
    expect(said()).toContain(say({ en: 'Help: Payments that need approval', pl: 'Pomoc: Płatności do zatwierdzenia' }));
  });

  it('about what takes a role the person has not says which, who has it, and offers to ask for it', async () => {
    const tom = await set.talk.person(set.account, 'tom');
    await tom.says(say({ en: 'how do I pay an invoice?', pl: 'jak zapłacić fakturę?' }));
    expect(tom.buttons()).not.toContain(say({ en: 'Pay invoices', pl: 'Zapłać faktury' }));
    expectSaidGolden(`conversations/help-role-${locale}`, tom.last(), set.account, locale);
    await tom.presses(say({ en: 'Ask for the role: finance', pl: 'Poproś o rolę: finansowa' }));
    expect(tom.buttons()).toContain(say({ en: 'Ask for the role', pl: 'Poproś o rolę' }));
  });

  it('that no article answers is not answered, with what is nearest and a person to ask', async () => {
    await set.ann.says(
      say({ en: 'how do I find the moon landing tapes', pl: 'jak naprawić drukarkę na trzecim piętrze' }),
    );
    const text = set.ann.sees();
    expect(text).not.toContain(say({ en: 'Help:', pl: 'Pomoc:' }));
    expect(set.ann.buttons()).toContain(say({ en: 'Talk to a person', pl: 'Rozmowa z konsultantem' }));
  });

  it('in the middle of something else is answered, and that is offered again', async () => {
    await set.ann.says(say({ en: 'e-mail invoices', pl: 'wyślij faktury mailem' }));
    const replies = await set.ann.says(say({ en: 'what does overdue mean?', pl: 'co znaczy zaległa?' }));
    expect(replies[0]!.reply.text).toContain(
      say({ en: 'Help: What the invoice statuses mean', pl: 'Pomoc: Co oznaczają statusy faktur' }),
    );
    expect(replies.at(-1)!.reply.text).toBe(say({ en: 'Which invoices should I send?', pl: 'Które faktury wysłać?' }));
  });

  it('by somebody nobody knows is answered all the same, and nothing else', async () => {
    const profile = { kind: 'member', locale } as const;
    const visitor = set.talk.visitor(`U${randomUUID()}`, { profile });
    await visitor.says(say({ en: 'how do I get access to the portal?', pl: 'jak uzyskać dostęp do portalu?' }));
    expect(visitor.sees()).toContain(
      say({ en: 'Help: Getting in and connecting your chat', pl: 'Pomoc: Jak uzyskać dostęp i połączyć czat' }),
    );
    expect(visitor.sees()).toContain(say({ en: '3. Within ten minutes', pl: '3. W ciągu dziesięciu minut' }));
    expect(visitor.sees()).toContain(say({ en: 'I don’t know you yet', pl: 'Jeszcze się nie znamy' }));
    expect(visitor.buttons()).toEqual([]);
  });

  it('is worded by a language model where there is one, marked so, with the articles named and escaped', async () => {
    const local = openHelp({ articlesDir: HELP });
    const help: Help = {
      ...local,
      async ask(question, language) {
        const found = await local.find(question, language);
        return { ...found, composed: { text: 'Use <!channel> *this* [x](http://y)', from: [found.article!] } };
      },
    };
    const ann = await (await talkIn(set.world, { help })).person(set.account, 'ann');
    await ann.says(say({ en: 'how do I pay an invoice?', pl: 'jak zapłacić fakturę?' }));
    expectSaidGolden(`conversations/help-composed-${locale}`, ann.last(), set.account, locale);
    await ann.presses(say({ en: 'Paying invoices', pl: 'Płacenie faktur' }));
    expect(ann.last().reply.text).toContain(say({ en: 'Help: Paying invoices', pl: 'Pomoc: Płacenie faktur' }));
  });

  it('is answered from its article where the language model takes too long', async () => {
    const compose = composerOf(
      {
        compose: () => new Promise<never>(() => undefined),
        redact: (text) => text,
        budget: { take: async () => true },
        ...{ breaker: createBreaker(set.world.clock), clock: set.world.clock, log: set.world.services.log },
      },
      20,
    );
    const ann = await (await talkIn(set.world, { help: openHelp({ articlesDir: HELP, compose }) })).person(
      set.account,
      'ann',
    );
    await ann.says(say({ en: 'how do I pay an invoice?', pl: 'jak zapłacić fakturę?' }));
    expect(ann.last().reply.text).toContain(say({ en: 'Help: Paying invoices', pl: 'Pomoc: Płacenie faktur' }));
  });
});
