import { beforeEach, describe, expect, it } from 'vitest';
import { newKey, payFor, pln } from '../portal/payments/support.ts';
import { testDatabase } from '../support/database.ts';
import { expectSaidGolden } from '../support/said.ts';
import type { Talker } from '../support/talk.ts';
import { type Colleagues, colleagues } from './colleagues.ts';

const database = await testDatabase();
const WORDS = {
  en: {
    ...{
      all: 'show the audit trail',
      invoice: 'who paid invoice 123',
      ewa: 'what did Ewa do?',
      anna: 'what did Anna Kowalska do?',
    },
    ...{
      mine: 'what did you do as me?',
      june: 'what was done in June?',
      next: 'next',
      more: 'Show more',
      onlyMine: 'Only what I did',
    },
    ...{ zenon: 'what did Zenon do?', unknown: 'who paid invoice 999' },
  },
  pl: {
    ...{
      all: 'pokaż dziennik zdarzeń',
      invoice: 'kto zapłacił fakturę 123',
      ewa: 'co zrobiła Ewa?',
      anna: 'co zrobiła Anna Kowalska?',
    },
    ...{
      mine: 'co zrobiłeś w moim imieniu?',
      june: 'co zrobiono w czerwcu?',
      next: 'dalej',
      more: 'Pokaż więcej',
      onlyMine: 'Tylko moje działania',
    },
    ...{ zenon: 'co zrobił Zenon?', unknown: 'kto zapłacił fakturę 999' },
  },
};

describe.each(['en', 'pl'] as const)('the audit trail (%s)', (locale) => {
  const w = WORDS[locale];
  let set: Colleagues;
  const said = (who: Talker) => who.last().reply.text;
  const golden = (name: string, who: Talker) =>
    expectSaidGolden(`conversations/${name}-${locale}`, who.last(), set.account, locale);

  beforeEach(async () => {
    set = await colleagues(database, locale);
    const as = (name: string) => set.world.portalFor(set.account, name);
    const id = await set.account.invoice({ number: '123', total: '100.00' });
    const methodId = await set.account.method({ isDefault: true });
    await as('anna').invoices.pdf({ key: newKey(), id });
    await payFor(as('anna'), { [id]: pln('100.00') }, { id: methodId });
    await as('anna').access.request({ key: newKey(), role: 'technical' });
    await as('piotr')
      .invoices.list({})
      .catch(() => undefined);
    await as('ewa').users.changeRoles({
      ...{ key: newKey(), contactId: set.account.person('piotr'), roles: ['technical', 'finance'] },
    });
    await set.talk.settle();
  });

  it('tells a manager who did what, newest first, and of one page the next', async () => {
    await set.ewa.says(w.all);
    golden('audit-all', set.ewa);
    for (let n = 0; n < 4; n++) {
      const contactId = set.account.person('anna');
      await set.world.portalFor(set.account, 'ewa').users.suspend({ key: newKey(), contactId });
      await set.world.portalFor(set.account, 'ewa').users.reinstate({ key: newKey(), contactId });
    }
    await set.ewa.says(w.all);
    expect(set.ewa.buttons()).toContain(w.more);
    await set.ewa.says(w.next);
    expect(set.ewa.sees()).toContain('P-1001');
  });

  it('tells a manager about one invoice, one person, one period', async () => {
    await set.ewa.says(w.invoice);
    golden('audit-invoice', set.ewa);
    await set.ewa.says(w.anna);
    expect(set.ewa.sees()).not.toContain('Piotr');
    await set.ewa.says(w.june);
    golden('audit-none', set.ewa);
    await set.ewa.says(w.all);
    await set.ewa.presses(w.onlyMine);
    expect(set.ewa.sees()).not.toContain('Anna Kowalska');
    expect(set.ewa.sees()).toContain('Piotr Kruk');
  });

  it('tells everybody what was done in their own name, and nothing of others', async () => {
    await set.anna.says(w.mine);
    golden('audit-own', set.anna);
    await set.piotr.says(w.mine);
    golden('audit-own-refused', set.piotr);
    await set.anna.says(w.invoice);
    expect(set.anna.sees()).not.toContain('Ewa');
  });

  it('names the role it takes to see another person’s', async () => {
    await set.anna.says(w.ewa);
    expect(said(set.anna)).toContain('Ewa Lis');
    expect(set.anna.sees()).toContain({ en: 'Ask for the role', pl: 'Poproś o rolę' }[locale]);
  });

  it('says that a name is nobody’s and a number no invoice’s', async () => {
    await set.ewa.says(w.zenon);
    expect(said(set.ewa)).toContain({ en: 'is nobody in your account', pl: 'nie ma takiej osoby' }[locale]);
    await set.ewa.says(w.unknown);
    expect(said(set.ewa)).toContain({ en: 'can’t find invoice 999', pl: 'nie ma faktury 999' }[locale]);
  });
});
