import { beforeAll, describe, expect, it } from 'vitest';
import { repertoire } from '../../dialogs/index.ts';
import { wishSchema } from '../../src/conversation/wish.ts';
import { mapActions } from '../../src/kit/card.ts';
import type { Locale } from '../../src/lib/locale.ts';
import { CONTACT_ROLES, type ContactRole } from '../../src/portal/policy.ts';
import { testDatabase } from '../support/database.ts';
import { expectSaidGolden } from '../support/said.ts';
import { addContract } from './contracts-desk.ts';
import { homesIn, wishesOf } from './home-office.ts';
import { addOrder } from './orders-desk.ts';
import { type Office, paymentOffice } from './payments-office.ts';

const database = await testDatabase();

/** An office where something of every part waits: for Anna (finance) and for Ewa (management); Piotr orders things. */
async function busyOffice(locale: Locale) {
  const office = await paymentOffice(database, locale);
  const { account, by } = office;
  await account.sql.query(`UPDATE account SET name = 'Acme' WHERE id = $1`, [account.id]);
  await account.limit('PLN', '1000.00');
  await account.invoice({ number: 'INV-1042', dueOn: '2026-10-20', total: '1250.50' });
  await account.invoice({ number: '123', dueOn: '2026-11-01', total: '240.00', currency: 'EUR' });
  await account.invoice({ number: 'FV/2026/11/007', dueOn: '2026-11-20', total: '99.00' });
  await account.method({ last4: '0005', expires: '2026-11' });
  await addOrder(account, { number: '88012', state: 'shipped' });
  await addOrder(account, { number: '88007', state: 'delivered' });
  await addContract(account, { number: 'S-310', endsOn: '2026-12-11', value: '9840.00' });
  await addContract(account, { number: 'S-322', endsOn: '2027-08-05' });
  const anna = await office.chat('anna');
  await anna.says(by({ en: 'pay invoice INV-1042', pl: 'zapłać fakturę INV-1042' }));
  await anna.says(by({ en: 'yes', pl: 'tak' }));
  const piotr = await office.chat('piotr');
  await piotr.says(
    by({ en: 'invite Bob Smith bob@new.example as technical', pl: 'zaproś Bob Smith bob@new.example jako techniczny' }),
  );
  await piotr.says(by({ en: 'yes', pl: 'tak' }));
  await piotr.says(by({ en: 'I need the finance role', pl: 'proszę o rolę finansową' }));
  await piotr.says(by({ en: 'yes', pl: 'tak' }));
  await office.chat('ewa');
  return { office, account, home: homesIn(office.world) };
}

type Busy = Awaited<ReturnType<typeof busyOffice>>;

/** Words that stand for each part, in English. */
const PARTS = {
  overdue: 'Overdue invoices',
  toPay: 'Payments waiting for your decision',
  toInvite: 'Invitations waiting for your decision',
  toGive: 'Role requests waiting for your decision',
  orders: 'Orders in progress',
  renewals: 'Renewals',
  mine: 'Your payments under way',
  cards: 'Expiring cards',
};

describe.each(['en', 'pl'] as const)('the home page (%s)', (locale) => {
  let busy: Busy;
  beforeAll(async () => {
    busy = await busyOffice(locale);
  });

  it.each(['anna', 'ewa', 'piotr'])('looks well to %s', async (name) => {
    const card = await busy.home.of(busy.account, name);
    const said = { reply: { text: 'home', audience: 'person', card: mapActions(card, JSON.stringify) } as const };
    const person = { anna: 'finance', ewa: 'management', piotr: 'technical' }[name];
    expectSaidGolden(`conversations/home-${person}-${locale}`, said, busy.account, locale);
  });

  it('looks well to somebody nobody knows', async () => {
    const { card } = await busy.home.homes.homeOf({ channel: 'web', tenantId: 'demo', userId: 'nobody' }, locale);
    const said = { reply: { text: 'home', audience: 'person', card: mapActions(card, JSON.stringify) } as const };
    expectSaidGolden(`conversations/home-welcome-${locale}`, said, busy.account, locale);
    expect(wishesOf(card)).toEqual([{ intent: 'account.link', slots: {} }]);
  });
});

describe('the home page', () => {
  let busy: Busy;
  const partsOf = async (name: string) => {
    const page = await busy.home.reads(busy.account, name);
    return Object.entries(PARTS).flatMap(([part, words]) => (page.includes(words) ? [part] : []));
  };
  beforeAll(async () => {
    busy = await busyOffice('en');
  });

  it('shows finance what is overdue, their payments under way and expiring cards', async () => {
    expect(await partsOf('anna')).toEqual(['overdue', 'mine', 'cards']);
  });

  it('shows management what waits for their decision, what is overdue, and renewals', async () => {
    expect(await partsOf('ewa')).toEqual(['overdue', 'toPay', 'toInvite', 'toGive', 'renewals']);
  });

  it('shows a technical contact the orders in progress and the renewals ahead', async () => {
    expect(await partsOf('piotr')).toEqual(['orders', 'renewals']);
    expect(await busy.home.reads(busy.account, 'piotr')).not.toContain('S-322');
    expect(await busy.home.reads(busy.account, 'piotr')).not.toContain('88007');
  });

  it('tells somebody for whom nothing waits that nothing does', async () => {
    const { account, home } = busy;
    await account.sql.query(`UPDATE "order" SET state = 'delivered' WHERE "accountId" = $1`, [account.id]);
    await account.sql.query(`UPDATE contract SET "endsOn" = "endsOn" + 365 WHERE "accountId" = $1`, [account.id]);
    expect(await partsOf('piotr')).toEqual([]);
    expect(await home.reads(account, 'piotr')).toContain('Nothing needs your attention right now.');
    await account.sql.query(`UPDATE "order" SET state = 'shipped' WHERE "accountId" = $1`, [account.id]);
    await account.sql.query(`UPDATE contract SET "endsOn" = "endsOn" - 365 WHERE "accountId" = $1`, [account.id]);
  });

  it('shows nothing that the person may not see, whatever roles they hold', async () => {
    const { account, home, office } = busy;
    await office.chat('jan');
    for (let subset = 1; subset < 8; subset++) {
      const roles = CONTACT_ROLES.filter((_, at) => subset & (1 << at));
      await account.setRoles('jan', roles);
      const page = await home.reads(account, 'jan');
      const may = (...needed: ContactRole[]) => needed.some((role) => roles.includes(role));
      expect(/INV-1042|240\.00|1,250\.50/.test(page)).toBe(may('finance', 'management'));
      expect(page.includes('•••• 0005')).toBe(may('finance'));
      expect(page.includes('P-1001')).toBe(may('management'));
      expect(page.includes('bob@new.example')).toBe(may('management'));
      expect(page.includes('88012')).toBe(may('technical'));
      expect(page.includes('S-310')).toBe(may('technical', 'management'));
    }
    await account.setRoles('jan', ['finance']);
  });

  it('offers only dialogs that exist and that the person may use', async () => {
    const card = await busy.home.of(busy.account, 'piotr');
    expect(wishesOf(card).map(({ intent }) => intent)).not.toContain('invoices.list');
    for (const name of ['anna', 'ewa', 'piotr']) {
      for (const wish of wishesOf(await busy.home.of(busy.account, name))) {
        expect(busy.home.engine.byIntent.has(wish.intent)).toBe(true);
        expect(wishSchema.parse(JSON.parse(JSON.stringify(wish)))).toEqual(wish);
      }
    }
  });

  it('asks the portal for nothing it would refuse, so that no refusal is written down', async () => {
    const refusals = async () =>
      (
        await busy.account.sql.query(`SELECT 1 FROM audit_record WHERE chain = $1 AND outcome = 'refused'`, [
          busy.account.id,
        ])
      ).rows.length;
    const before = await refusals();
    for (const name of ['anna', 'ewa', 'piotr']) await busy.home.of(busy.account, name);
    expect(await refusals()).toBe(before);
  });

  it('says of a part that fails that it could not be loaded, and shows the others', async () => {
    const { parts } = repertoire.home;
    const broken = {
      ...repertoire,
      home: {
        ...repertoire.home,
        parts: parts.map((part) =>
          part.title.en === PARTS.overdue ? { ...part, render: () => Promise.reject(new Error('gone')) } : part,
        ),
      },
    };
    const log = { ...busy.office.world.services.log, error: () => undefined };
    const world = { ...busy.office.world, services: { ...busy.office.world.services, log } };
    const page = await homesIn(world, broken).reads(busy.account, 'anna');
    expect(page).toContain('Overdue invoices: this could not be loaded just now');
    expect(page).not.toContain('240.00');
    expect(page).toContain('Your payments under way');
  });

  it('does by a press no more than by typing: an approval is still confirmed', async () => {
    const { account, home, office } = busy;
    const ewa = await office.chat('ewa');
    const wish = wishesOf(await home.of(account, 'ewa')).find(({ intent }) => intent === 'payments.approve')!;
    await ewa.does({ type: 'wish', ...wish });
    expect(ewa.last().reply.text).toContain('Approve payment P-1001');
    expect(await office.charges()).toEqual([]);
    expect(await partsOf('ewa')).toContain('toPay');
    await ewa.says('no');
  });
});

describe('the home page of somebody', () => {
  let office: Office;
  beforeAll(async () => {
    office = await paymentOffice(database, 'en');
  });

  it('whose access has ended says so, and nothing else', async () => {
    const { account, world } = office;
    await office.chat('jan');
    await account.invoice({ number: 'INV-1', dueOn: '2026-10-01' });
    await account.suspend('jan');
    const card = await homesIn(world).of(account, 'jan');
    expect(card.blocks).toEqual([{ type: 'text', text: expect.stringContaining('no longer have access') }]);
  });

  it('who works for several accounts asks for which, names it, and offers to switch', async () => {
    const { account, world } = office;
    const anna = await office.chat('anna');
    const other = await world.account({ anna: ['management'] });
    await other.sql.query('UPDATE contact SET email = $2 WHERE id = $1', [other.person('anna'), account.email('anna')]);
    await other.invoice({ number: 'SECRET-7', dueOn: '2026-10-01' });
    await other.sql.query(`INSERT INTO allowed_tenant ("accountId", platform, "tenantId") VALUES ($1, 'web', 'demo')`, [
      other.id,
    ]);
    await other.sql.query(
      `INSERT INTO chat_link ("accountId", "contactId", platform, "tenantId", "userId", email)
       VALUES ($1, $2, 'web', 'demo', $3, $3)`,
      [other.id, other.person('anna'), account.email('anna')],
    );
    const home = homesIn(world);
    const asked = await home.of(account, 'anna');
    expect(await home.reads(account, 'anna')).toMatch(/Which one would you like to work for/);
    expect(await home.reads(account, 'anna')).not.toMatch(/INV-1|SECRET-7/);
    const wish = wishesOf(asked).find(({ slots }) => slots.ref === other.id)!;
    expect(wish.intent).toBe('account.switch');
    await anna.does({ type: 'wish', ...wish });
    const page = await home.reads(account, 'anna');
    expect(page).toContain(`Account: Account ${other.id.slice(0, 4)}`);
    expect(page).toContain('SECRET-7');
    expect(page).not.toContain('INV-1');
    expect(wishesOf(await home.of(account, 'anna'))).toContainEqual({ intent: 'account.switch', slots: {} });
  });
});

describe('the suggested prompts', () => {
  it.each(['en', 'pl'] as const)('are understood as what they offer (%s)', async (locale) => {
    const office = await paymentOffice(database, locale);
    const { understand } = homesIn(office.world).engine;
    for (const { intent, message } of repertoire.home.prompts) {
      const { wishes, decision } = understand(message[locale], { today: '2026-11-03', locale });
      expect([message[locale], wishes.map((wish) => wish.intent), decision]).toEqual([
        message[locale],
        [intent],
        'act',
      ]);
    }
  });

  it('are at most four, by what the person may do', async () => {
    const { office, account, home } = await busyOffice('en');
    const titles = async (name: string) =>
      (await home.homes.promptsFor(home.userOf(account, name), 'en')).map(({ title }) => title);
    expect(await titles('anna')).toEqual([
      'Overdue invoices',
      'Pay an invoice',
      'Who has access',
      'Invite a colleague',
    ]);
    expect(await titles('ewa')).toContain('Approve a payment');
    expect(await titles('piotr')).toEqual(['My orders', 'Who has access', 'Invite a colleague', 'What can you do?']);
    await office.chat('marek');
    await account.suspend('marek');
    expect(await titles('marek')).toEqual([]);
  });
});
