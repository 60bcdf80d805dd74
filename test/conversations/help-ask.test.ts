import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { type Books, books } from './books.ts';

const database = await testDatabase();
let set: Books;

describe.each(['en', 'pl'] as const)('a question about the portal (%s)', (locale) => {
  const say = (texts: { en: string; pl: string }) => texts[locale];
  beforeEach(async () => {
    set = await books(database, locale);
  });

  it('is answered from the article that is named, with its steps and what to do', async () => {
    await set.ann.says(say({ en: 'how do I pay an invoice?', pl: 'jak zapłacić fakturę?' }));
    expect(set.ann.last().reply.text).toContain(say({ en: 'Help: Paying invoices', pl: 'Pomoc: Płacenie faktur' }));
    expect(set.ann.buttons()).toContain(say({ en: 'Pay invoices', pl: 'Zapłać faktury' }));
  });
});
