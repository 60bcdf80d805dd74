import { beforeEach, describe, expect, it } from 'vitest';
import { auditOf } from '../portal/payments/support.ts';
import { statusOf } from '../portal/people/support.ts';
import { testDatabase } from '../support/database.ts';
import { expectSaidGolden } from '../support/said.ts';
import type { Talker } from '../support/talk.ts';
import { type Colleagues, colleagues } from './colleagues.ts';

const database = await testDatabase();
const WORDS = {
  en: {
    ...{ yes: 'yes', no: 'no', undo: 'undo', suspend: 'suspend Anna Kowalska', reinstate: 'let Anna back in' },
    ...{
      suspendPiotr: 'suspend Piotr Kruk',
      remove: 'remove Piotr Kruk from the portal',
      list: 'who has access in our company?',
    },
    ...{
      role: 'give Anna the technical role',
      both: 'Finance and technical',
      only: 'Only technical',
      other: 'Other roles',
    },
    ...{
      whose: 'change someone’s role',
      rolesOf: 'change Anna’s role',
      twoFit: 'suspend Anna',
    },
    ...{
      suspendEwa: 'suspend Ewa Lis',
      removeSelf: 'remove Ewa Lis',
      unknown: 'suspend Zenon',
      ownRole: 'give Ewa the finance role',
    },
    ...{
      correction: 'no, Anna',
      first: 'First give somebody else the finance role',
      choose: 'Choose',
      last: 'suspend the last one',
    },
    ...{
      none: 'reinstate someone',
      finance: 'finance',
      changeTo: 'Change to finance and technical',
      suspendIt: 'Suspend',
    },
  },
  pl: {
    ...{ yes: 'tak', no: 'nie', undo: 'cofnij', suspend: 'zawieś Annę Kowalską', reinstate: 'przywróć dostęp Annie' },
    ...{
      suspendPiotr: 'zawieś Piotra Kruka',
      remove: 'usuń Piotra Kruka z portalu',
      list: 'kto u nas w firmie ma dostęp?',
    },
    ...{
      role: 'daj Annie rolę techniczną',
      both: 'Finansowa i techniczna',
      only: 'Tylko techniczna',
      other: 'Inne role',
    },
    ...{
      whose: 'zmień rolę użytkownika',
      rolesOf: 'zmień rolę Anny',
      twoFit: 'zawieś Annę',
    },
    ...{
      suspendEwa: 'zawieś Ewę Lis',
      removeSelf: 'usuń Ewę Lis',
      unknown: 'zawieś Zenona',
      ownRole: 'daj Ewie rolę finansową',
    },
    ...{
      correction: 'nie, Annę',
      first: 'Najpierw nadaj komuś rolę finansową',
      choose: 'Wybierz',
      last: 'zawieś ostatnią osobę',
    },
    ...{
      none: 'przywróć dostęp użytkownikowi',
      finance: 'finansowa',
      changeTo: 'Zmień na: finansowa i techniczna',
      suspendIt: 'Zawieś',
    },
  },
};

describe.each(['en', 'pl'] as const)('managing people (%s)', (locale) => {
  const w = WORDS[locale];
  let set: Colleagues;
  const said = (who: Talker) => who.last().reply.text;
  const golden = (name: string, who: Talker) =>
    expectSaidGolden(`conversations/${name}-${locale}`, who.last(), set.account, locale);
  const status = (name: string) => statusOf(set.account, set.account.email(name));
  beforeEach(async () => {
    set = await colleagues(database, locale);
  });

  it('suspends somebody named in any form, after saying who would be left, and takes it back', async () => {
    await set.ewa.says(w.suspend);
    golden('users-suspend-confirm', set.ewa);
    expect(await status('anna')).toBe('active finance');
    await set.ewa.says(w.yes);
    golden('users-suspend-done', set.ewa);
    expect(await status('anna')).toBe('suspended finance');
    await set.ewa.says(w.undo);
    golden('users-reinstate-confirm', set.ewa);
    await set.ewa.says(w.yes);
    golden('users-reinstate-done', set.ewa);
    expect(await status('anna')).toBe('active finance');
    expect(await auditOf(set.account)).toEqual(['contact users.suspend done', 'contact users.reinstate done']);
  });

  it('changes nothing after a no', async () => {
    await set.ewa.says(w.suspend);
    await set.ewa.says(w.no);
    expect(await status('anna')).toBe('active finance');
  });

  it('serves a question in between and offers the confirmation again', async () => {
    await set.ewa.says(w.suspendPiotr);
    const replies = await set.ewa.says(w.list);
    expect(replies.at(-1)!.reply.text).toContain('Piotr Kruk');
    await set.ewa.says(w.yes);
    expect(await status('piotr')).toBe('suspended technical');
  });

  it('takes a correction of whom', async () => {
    await set.ewa.says(w.suspendPiotr);
    await set.ewa.says(w.correction);
    expect(said(set.ewa)).toContain('Anna Kowalska');
    await set.ewa.says(w.yes);
    expect([await status('anna'), await status('piotr')]).toEqual(['suspended finance', 'active technical']);
  });

  it('asks what giving a role comes to, changes it, and brings the roles before back', async () => {
    await set.ewa.says(w.role);
    golden('users-role-which', set.ewa);
    await set.ewa.presses(w.both);
    golden('users-role-confirm', set.ewa);
    await set.ewa.presses(w.changeTo);
    golden('users-role-done', set.ewa);
    expect(await status('anna')).toBe('active finance,technical');
    await set.ewa.says(w.undo);
    golden('users-role-undo', set.ewa);
    await set.ewa.says(w.yes);
    expect(await status('anna')).toBe('active finance');
  });

  it('takes roles chosen in the form and a role typed for an answer as all there are to be', async () => {
    await set.ewa.says(w.rolesOf);
    golden('users-role-form', set.ewa);
    await set.ewa.presses({ en: 'Continue', pl: 'Dalej' }[locale], { role: 'technical,management' });
    await set.ewa.says(w.yes);
    expect(await status('anna')).toBe('active management,technical');
    await set.ewa.says(w.rolesOf);
    await set.ewa.says(w.finance);
    await set.ewa.says(w.yes);
    expect(await status('anna')).toBe('active finance');
  });

  it('says before the last finance contact changes that nobody would be left, and offers to hand over first', async () => {
    await set.ewa.says(w.role);
    await set.ewa.presses(w.only);
    golden('users-role-last-finance', set.ewa);
    await set.ewa.presses(w.first);
    golden('users-role-whose', set.ewa);
    expect(await status('anna')).toBe('active finance');
  });

  it('removes somebody for good after confirmation, which can’t be undone', async () => {
    await set.ewa.says(w.remove);
    golden('users-remove-confirm', set.ewa);
    await set.ewa.says(w.yes);
    golden('users-remove-done', set.ewa);
    expect(await status('piotr')).toBe('removed ');
    await set.ewa.says(w.undo);
    golden('users-remove-final', set.ewa);
  });

  it('asks who is meant where two fit, and shows them with their addresses', async () => {
    await set.account.sql.query(
      `INSERT INTO contact ("accountId", email, name) VALUES ($1, 'anna2@x.example', 'Anna Maj')`,
      [set.account.id],
    );
    await set.ewa.says(w.twoFit);
    golden('users-suspend-two', set.ewa);
    await set.ewa.says({ en: 'the first one', pl: 'pierwszą' }[locale]);
    expect(said(set.ewa)).toContain('Anna Kowalska (anna@');
  });

  it('says that a name is nobody’s in the account', async () => {
    await set.ewa.says(w.unknown);
    expect(said(set.ewa)).toContain({ en: 'is nobody in your account', pl: 'nie ma takiej osoby' }[locale]);
  });

  it('says of what is not so that nothing was changed', async () => {
    await set.ewa.says(w.none);
    golden('users-reinstate-none', set.ewa);
    await set.ewa.says(w.reinstate);
    expect(said(set.ewa)).toContain({ en: 'isn’t suspended', pl: 'nie jest zawieszony' }[locale]);
    await set.ewa.says(w.ownRole);
    await set.ewa.presses({ en: 'Finance and management', pl: 'Finansowa i zarządcza' }[locale]);
    expect(said(set.ewa)).toContain({ en: 'Nobody can give roles to themselves', pl: 'sam sobie' }[locale]);
  });

  it('keeps the last manager, already before anything is confirmed', async () => {
    await set.account.suspend('jan');
    for (const text of [w.suspendEwa, w.removeSelf]) {
      await set.ewa.says(text);
      expect(said(set.ewa)).toContain(
        { en: 'the account’s last manager', pl: 'ostatnia osoba z rolą zarządczą' }[locale],
      );
    }
    expect(await status('ewa')).toBe('active management');
  });

  it('tells a manager what suspending oneself means, and can’t be undone by oneself', async () => {
    await set.ewa.says(w.suspendEwa);
    golden('users-suspend-oneself', set.ewa);
    await set.ewa.says(w.yes);
    expect(await status('ewa')).toBe('suspended management');
  });

  it('names the role it takes and who holds it to somebody without it', async () => {
    for (const text of [w.suspend, w.remove, w.role, w.reinstate]) {
      await set.anna.says(text);
      expect(said(set.anna)).toContain('Ewa Lis');
      expect(set.anna.sees()).toContain({ en: 'Ask for the role', pl: 'Poproś o rolę' }[locale]);
    }
  });

  it('lists people for a manager with what can be done with each, by row and by place', async () => {
    await set.ewa.says(w.list);
    golden('users-list-manager', set.ewa);
    await set.ewa.presses(w.suspendIt);
    expect(said(set.ewa)).toContain('Anna Kowalska');
    await set.ewa.says(w.list);
    await set.ewa.says(w.last);
    expect(said(set.ewa)).toContain('Piotr Kruk');
  });

  it('lists a full page of people with their actions within every platform’s limits', async () => {
    await set.account.sql.query(
      `INSERT INTO contact ("accountId", email, name) SELECT $1, 'p' || n || '@x.example', 'Person ' || n FROM generate_series(10, 21) n`,
      [set.account.id],
    );
    await set.ewa.says(w.list);
    golden('users-list-manager-page', set.ewa);
    await set.ewa.says(w.last);
    expect(said(set.ewa)).toContain('Person 14');
  });

  it('shows the confirmation again where somebody else changed the roles since', async () => {
    await set.ewa.says(w.role);
    await set.ewa.presses(w.both);
    await set.account.setRoles('anna', ['management']);
    await set.ewa.says(w.yes);
    expect(await status('anna')).toBe('active management');
    expect(said(set.ewa)).toContain('Anna Kowalska');
  });
});
