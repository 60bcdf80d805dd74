import { beforeEach, describe, expect, it } from 'vitest';
import { newKey } from '../portal/payments/support.ts';
import { testDatabase } from '../support/database.ts';
import { expectSaidGolden } from '../support/said.ts';
import type { Talker } from '../support/talk.ts';
import { type Colleagues, colleagues } from './colleagues.ts';

const database = await testDatabase();
const WORDS = {
  en: {
    ...{
      list: 'who has access in our company?',
      managers: 'show our managers in the portal',
      more: 'Show more',
      next: 'next',
    },
    ...{
      explain: 'which role do I have?',
      need: 'I need the technical role',
      yes: 'yes',
      held: 'You already have the finance role',
    },
    ...{
      wish: 'I need another role',
      technical: 'Technical',
      give: 'Give the role',
      why: 'Decline with a reason',
      decline: 'Decline',
    },
    ...{
      requests: 'show role requests',
      declineIt: 'decline the role request of Anna',
      approveIt: 'approve the role request of Anna',
    },
    ...{
      again: 'You’ve already asked for the technical role',
      other: 'speak Polish',
      undo: 'cofnij to',
      which: 'change the language',
      pick: 'English',
    },
    ...{
      switch: 'switch account',
      only: 'You have access to one account only: Acme',
      suspended: '3 people have access; 1 suspended.',
    },
  },
  pl: {
    ...{
      list: 'kto u nas w firmie ma dostęp?',
      managers: 'pokaż osoby z rolą kierowniczą',
      more: 'Pokaż więcej',
      next: 'dalej',
    },
    ...{
      explain: 'jaką mam rolę?',
      need: 'potrzebuję roli technicznej',
      yes: 'tak',
      held: 'Masz już rolę finansową',
    },
    ...{
      wish: 'poproś o inną rolę',
      technical: 'Techniczna',
      give: 'Nadaj rolę',
      why: 'Odrzuć z podaniem powodu',
      decline: 'Odrzuć',
    },
    ...{
      requests: 'pokaż prośby o role',
      declineIt: 'odrzuć prośbę o rolę od Anny',
      approveIt: 'zatwierdź prośbę Anny o rolę',
    },
    ...{ again: 'już czeka na decyzję', other: 'mów po angielsku', undo: 'undo', which: 'zmień język', pick: 'Polski' },
    ...{
      switch: 'zmień konto',
      only: 'Masz dostęp tylko do jednego konta: Acme',
      suspended: '3 osoby mają dostęp; zawieszony dostęp: 1.',
    },
  },
};

describe.each(['en', 'pl'] as const)('people and roles (%s)', (locale) => {
  const w = WORDS[locale];
  let set: Colleagues;
  const said = (who: Talker) => who.last().reply.text;
  const golden = (name: string, who: Talker) =>
    expectSaidGolden(`conversations/${name}-${locale}`, who.last(), set.account, locale);
  beforeEach(async () => {
    set = await colleagues(database, locale);
  });

  it('lists who has access, with roles, the primary contact and oneself', async () => {
    await set.anna.says(w.list);
    golden('users-list', set.anna);
    await set.account.suspend('jan');
    await set.anna.says(w.list);
    expect(said(set.anna)).toBe(w.suspended);
  });

  it('pages a long list', async () => {
    const { sql, id } = set.account;
    await sql.query(
      `INSERT INTO contact ("accountId", email, name) SELECT $1, 'p' || n || '@x.example', 'Person ' || n FROM generate_series(10, 21) n`,
      [id],
    );
    await set.anna.says(w.list);
    expect(set.anna.sees()).not.toContain('Person 16');
    await set.anna.says(w.next);
    expect(set.anna.sees()).toContain('Person 16');
    expect(set.anna.buttons()).not.toContain(w.more);
  });

  it('tells one’s roles, what they allow, and who has the others', async () => {
    await set.anna.says(w.explain);
    golden('access-explain', set.anna);
  });

  it('asks for a role, which a manager gives with one press, and the requester is told', async () => {
    await set.anna.says(w.wish);
    golden('access-request-which', set.anna);
    await set.anna.says(w.technical);
    golden('access-request-confirm', set.anna);
    await set.anna.says(w.yes);
    golden('access-request-waiting', set.anna);
    golden('role-request-asked', set.ewa);
    await set.anna.says(w.need);
    await set.anna.says(w.yes);
    expect(said(set.anna)).toContain(w.again);
    await set.jan.says(w.requests);
    golden('access-list', set.jan);
    await set.ewa.presses(w.give);
    golden('access-approve-done', set.ewa);
    golden('role-request-decided', set.anna);
    expect((await set.world.portalFor(set.account, 'anna').access.explain({})).roles).toEqual(['finance', 'technical']);
    expect(set.jan.messages().some(({ reply }) => reply.text.includes('Ewa Lis'))).toBe(true);
  });

  it('says that one has the role already', async () => {
    await set.anna.says({ en: 'I need the finance role', pl: 'potrzebuję roli finansowej' }[locale]);
    expect(said(set.anna)).toContain(w.held);
  });

  it('declines with a reason by the card, or typed after a confirmation', async () => {
    const ask = () => set.world.portalFor(set.account, 'anna').access.request({ key: newKey(), role: 'technical' });
    await ask();
    await set.talk.settle();
    await set.ewa.presses(w.why);
    golden('access-decline-reason', set.ewa);
    await set.ewa.presses(w.decline, { reason: 'Not needed' });
    expect(said(set.anna)).toContain('Not needed');
    await ask();
    await set.talk.settle();
    await set.jan.says(w.declineIt);
    golden('access-decline-confirm', set.jan);
    await set.jan.says(w.yes);
    expect(await set.world.portalFor(set.account, 'jan').access.list({})).toEqual([]);
  });

  it('confirms a typed approval of a role first', async () => {
    await set.world.portalFor(set.account, 'anna').access.request({ key: newKey(), role: 'technical' });
    await set.talk.settle();
    await set.jan.says(w.approveIt);
    golden('access-approve-confirm', set.jan);
    await set.jan.says(w.yes);
    expect((await set.world.portalFor(set.account, 'anna').access.explain({})).roles).toEqual(['finance', 'technical']);
  });

  it('says that no request waits', async () => {
    await set.jan.says(w.requests);
    golden('access-list-empty', set.jan);
    await set.jan.says(w.approveIt);
    expect(await set.world.portalFor(set.account, 'jan').access.list({})).toEqual([]);
  });

  it('speaks the other language from then on, and undo brings the one before back', async () => {
    await set.anna.says(w.other);
    golden('language-set', set.anna);
    await set.anna.says(w.undo);
    await set.anna.presses({ en: 'Cofnij', pl: 'Undo' }[locale]);
    await set.anna.says(w.list);
    expect(set.anna.sees()).toContain({ en: 'People with access', pl: 'Osoby z dostępem' }[locale]);
    await set.anna.says(w.which);
    golden('language-which', set.anna);
    await set.anna.presses(w.pick);
  });

  it('says that there is one account only', async () => {
    await set.anna.says(w.switch);
    expect(said(set.anna)).toContain(w.only);
  });

  it('tells managers whom a new ordering document names in vain', async () => {
    const people = [{ email: 'old@x.example', document: 'Q-7', roles: ['finance'], reason: 'removed' }];
    await set.account.sql.query(
      `INSERT INTO notice ("accountId", "contactId", kind, details, key) VALUES ($1, $2, 'load.skipped_contacts', $3, 'k')`,
      [set.account.id, set.account.person('ewa'), JSON.stringify({ people })],
    );
    await set.talk.settle();
    golden('load-skipped', set.ewa);
  });
});

describe.each(['en', 'pl'] as const)('somebody of two accounts (%s)', (locale) => {
  const w = WORDS[locale];
  it('is asked which, and then works for it, with the roles there', async () => {
    const { world, account, talk } = await colleagues(database, locale);
    const other = await world.account({ anna: ['technical'], zofia: ['management'] });
    await account.sql.query(`UPDATE account SET name = 'Northwind Traders' WHERE id = $1`, [other.id]);
    await account.sql.query(`UPDATE contact SET email = $2, locale = $3 WHERE id = $1`, [
      ...[other.person('anna'), account.email('anna'), locale],
    ]);
    await account.sql.query(
      `INSERT INTO allowed_tenant ("accountId", platform, "tenantId") VALUES ($1, 'web', 'demo')`,
      [other.id],
    );
    await account.sql.query(
      `INSERT INTO chat_link ("accountId", "contactId", platform, "tenantId", "userId", email) VALUES ($1, $2, 'web', 'demo', $3, $3)`,
      [other.id, other.person('anna'), account.email('anna')],
    );
    const anna = await talk.person(account, 'anna');
    await anna.says(w.list);
    expectSaidGolden(`conversations/account-which-${locale}`, anna.messages().at(-2)!, account, locale);
    await anna.presses('Northwind Traders');
    await anna.says(w.explain);
    expect(anna.sees()).toMatch(/Northwind Traders.*(technical|techniczna)/);
    await anna.says({ en: 'switch to Acme', pl: 'przełącz na konto Acme' }[locale]);
    expectSaidGolden(`conversations/account-switched-${locale}`, anna.last(), account, locale);
    await anna.says(w.explain);
    expect(anna.sees()).toMatch(/Acme.*(finance|finansowa)/);
  });
});
