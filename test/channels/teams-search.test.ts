import { beforeEach, describe, expect, it, vi } from 'vitest';
import { repertoire } from '../../dialogs/index.ts';
import { invoiceFinder } from '../../dialogs/invoices/finder.ts';
import { engineOf } from '../../src/app/engine.ts';
import { UNDERSTANDING } from '../../src/app/folders.ts';
import { SEARCH } from '../../src/channels/teams/manifest.ts';
import type { ExtensionCall } from '../../src/channels/teams/receive/handlers.ts';
import { searchHandler } from '../../src/channels/teams/search/handler.ts';
import { createSearch } from '../../src/conversation/search.ts';
import { sqlOn } from '../../src/db/sql.ts';
import { loadUnderstanding } from '../../src/understanding/index.ts';
import type { TestAccount } from '../support/account.ts';
import { testDatabase } from '../support/database.ts';
import { portalWorld } from '../support/portal.ts';

const database = await testDatabase();
const understand = await loadUnderstanding(UNDERSTANDING);
const TENANT = '11111111-2222-4333-8444-555555555555';
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

interface Answer {
  composeExtension: {
    type: string;
    text?: string;
    attachments?: { contentType: string; content: object; preview: { contentType: string; content: Preview } }[];
  };
}
interface Preview {
  title: string;
  text: string;
}

async function searching() {
  const world = await portalWorld(database);
  const account = await world.account({ piotr: ['technical'], anna: ['finance'], ewa: ['management'] });
  const sql = sqlOn(database.pools.system);
  const openPortal = vi.fn();
  const engine = engineOf({ services: world.services, sql, channels: {}, repertoire, understand });
  const { openPortal: open } = engine;
  engine.openPortal = (...who) => {
    openPortal();
    return open(...who);
  };
  const handle = searchHandler(createSearch(engine, invoiceFinder));
  const owner = database.pools.owner;

  async function link(name: string, to: TestAccount = account) {
    await owner.query(
      `INSERT INTO allowed_tenant ("accountId", platform, "tenantId") VALUES ($1, 'teams', $2) ON CONFLICT DO NOTHING`,
      [to.id, TENANT],
    );
    await owner.query(
      `INSERT INTO chat_link ("accountId", "contactId", platform, "tenantId", "userId", email)
       SELECT "accountId", id, 'teams', $2, $3, email FROM contact WHERE id = $1`,
      [to.person(name), TENANT, userId(name)],
    );
  }
  const userId = (name: string) => account.person(name);

  async function ask(name: string, value: unknown, more: Partial<ExtensionCall> = {}): Promise<Answer> {
    const address = { tenantId: TENANT, userId: userId(name) };
    const call = { address, stranger: false, locale: 'en' as const, at: world.clock.now(), name: 'query', value };
    return (await handle({ ...call, ...more })) as Answer;
  }
  const typed = (text: string) => ({
    commandId: SEARCH.command,
    parameters: [{ name: SEARCH.parameter, value: text }],
  });
  return {
    ...{ world, account, link, ask, typed, openPortal },
    search: (name: string, text: string, more?: Partial<ExtensionCall>) => ask(name, typed(text), more),
    async finds(name: string, text: string, more?: Partial<ExtensionCall>): Promise<string[]> {
      const { composeExtension } = await ask(name, typed(text), more);
      if (composeExtension.type !== 'result') throw new Error(`no list but: ${composeExtension.text}`);
      return composeExtension.attachments!.map(({ preview }) => preview.content.title.split(' · ')[0]!);
    },
  };
}

let office: Awaited<ReturnType<typeof searching>>;

beforeEach(async () => {
  office = await searching();
  const { account } = office;
  await account.invoice({ number: 'INV-1042', dueOn: '2026-10-20', total: '1250.50', issuedOn: '2026-10-05' });
  await account.invoice({ number: 'FV/2026/11/007', dueOn: '2026-11-20', total: '99.00' });
  await account.invoice({ number: '123', dueOn: '2026-10-01', total: '240.00', currency: 'EUR', paidLoaded: '240.00' });
  await office.link('anna');
});

describe('searching one’s invoices while writing to others', () => {
  it.each([
    ['', ['INV-1042', 'FV/2026/11/007']],
    ['overdue', ['INV-1042']],
    ['zaległe', ['INV-1042']],
    ['closed', ['123']],
    ['all', ['INV-1042', 'FV/2026/11/007', '123']],
    ['october', ['INV-1042']],
    ['inv-1042', ['INV-1042']],
    ['1042', ['INV-1042']],
    ['invoice 123', ['123']],
    ['FV/2026/11/007', ['FV/2026/11/007']],
  ])('finds by “%s”', async (text, numbers) => {
    expect((await office.finds('anna', text)).sort()).toEqual(numbers.sort());
  });

  it('finds in Polish for whose portal is in Polish, whatever their Teams is in', async () => {
    await office.account.sql.query(`UPDATE contact SET locale = 'pl' WHERE id = $1`, [office.account.person('anna')]);
    expect(await office.finds('anna', 'z zeszłego miesiąca')).toEqual(['INV-1042']);
    const { composeExtension } = await office.search('anna', 'zaległe');
    expect(composeExtension.attachments![0]!.preview.content.text).toContain('Zobaczą to wszyscy na tym czacie');
    expect(JSON.stringify(composeExtension.attachments![0]!.content)).toContain('Faktura INV-1042');
    expect((await office.search('anna', 'xyz')).composeExtension.text).toContain('Żadna z Twoich faktur');
  });

  it('says before it is chosen, and on the card before the message is sent, who will see it', async () => {
    const { attachments } = (await office.search('anna', 'overdue')).composeExtension;
    const [{ preview, content, contentType }] = attachments as [NonNullable<typeof attachments>[0]];
    expect(contentType).toBe('application/vnd.microsoft.card.adaptive');
    expect(preview.contentType).toBe('application/vnd.microsoft.card.thumbnail');
    expect(plain(preview.content.title)).toBe('INV-1042 · PLN 1,250.50');
    expect(preview.content.text).toBe('14 days overdue · 20 Oct 2026<br>Everybody in this chat will see it');
    expect(JSON.stringify(content)).toContain('Everybody in this chat sees this card, guests too.');
    const place = { scope: 'team', tenantId: TENANT, conversationId: 'c', serviceUrl: 'x', botId: '28:b' } as const;
    const inTeam = await office.search('anna', 'overdue', { place });
    expect(inTeam.composeExtension.attachments![0]!.preview.content.text).toContain('Everybody in this channel');
  });

  it('puts number, status, amount and due date on the card, nothing to press and nothing else', async () => {
    await office.account.dispute(await office.account.invoice({ number: 'INV-9', dueOn: '2026-10-02' }), 'anna');
    const { attachments } = (await office.search('anna', 'INV-9')).composeExtension;
    const card = plain(JSON.stringify(attachments![0]!.content));
    for (const said of ['Invoice INV-9', 'Overdue', 'PLN 100.00', '2 Oct 2026', 'As of 3 Nov 2026'])
      expect(card).toContain(said);
    expect(card).not.toMatch(/Action[.]|dispute|support|anna/i);
  });

  it('shows at most ten, and no second page', async () => {
    for (let i = 0; i < 12; i += 1) await office.account.invoice({ number: `INV-2${i}`, dueOn: '2026-09-01' });
    expect(await office.finds('anna', 'overdue')).toHaveLength(10);
    const next = { ...office.typed('overdue'), queryOptions: { skip: 10, count: 25 } };
    expect((await office.ask('anna', next)).composeExtension.attachments).toEqual([]);
  });

  it('takes the first look, before anything is typed, for no words', async () => {
    const first = { commandId: SEARCH.command, parameters: [{ name: 'initialRun', value: true }] };
    expect((await office.ask('anna', first)).composeExtension.attachments).toHaveLength(2);
  });

  it('names the account to whoever has several, once they have chosen one', async () => {
    const other = await office.world.account({ anna: ['finance'] });
    await office.link('anna', other);
    expect((await office.search('anna', '')).composeExtension.text).toContain('You have access to several accounts');
    await database.pools.system.query(
      `INSERT INTO chat_user (platform, "tenantId", "userId", "accountId") VALUES ('teams', $1, $2, $3)`,
      [TENANT, office.account.person('anna'), office.account.id],
    );
    const { attachments } = (await office.search('anna', 'overdue')).composeExtension;
    expect(JSON.stringify(attachments![0]!.content)).toContain(`Account ${office.account.id.slice(0, 4)}`);
  });

  it('shows data as it is, never as markup, a tag or an entity', async () => {
    await office.account.invoice({ number: 'INV-<b>**&lt;at>[x](y)5', dueOn: '2026-10-02' });
    const { attachments } = (await office.search('anna', 'overdue')).composeExtension;
    const { preview, content } = attachments!.find(({ preview }) => preview.content.title.includes('[x]'))!;
    expect(preview.content.title).not.toMatch(/[<>]|&lt;/);
    expect(JSON.stringify(content)).not.toMatch(/"type":"TextBlock"[^}]*\[x\]\(y\)/);
  });
});

describe('whoever searches and may not', () => {
  const says = async (name: string, text = '', more?: Partial<ExtensionCall>) => {
    const { composeExtension } = await office.search(name, text, more);
    expect(composeExtension.type).toBe('message');
    return composeExtension.text;
  };

  it('is told to connect in the personal chat, in the language of their Teams', async () => {
    expect(await says('ewa')).toContain('I don’t know you yet');
    expect(await says('ewa', '', { locale: 'pl' })).toContain('Jeszcze się nie znamy');
  });

  it('is told which role it takes and who has it, and no refusal is written down for each letter', async () => {
    await office.link('piotr');
    expect(await says('piotr', 'overdue')).toMatch(/role finance or management.* Anna, Ewa/i);
    const { rows } = await database.pools.owner.query(`SELECT FROM audit_record WHERE chain = $1`, [office.account.id]);
    expect(rows).toEqual([]);
  });

  it('finds nothing any more from the moment their access ends', async () => {
    await office.account.suspend('anna');
    expect(await says('anna')).toContain('You no longer have access');
  });

  it('finds nothing of another account', async () => {
    const other = await office.world.account({ eve: ['finance'] });
    await other.invoice({ number: 'INV-7777', dueOn: '2026-10-02' });
    expect(await says('anna', 'INV-7777')).toContain('None of your invoices fits that');
  });

  it('is shown nothing as somebody of another organization, and nothing is looked up', async () => {
    expect(await says('anna', 'overdue', { stranger: true })).toContain('Only people of the organization');
    expect(office.openPortal).not.toHaveBeenCalled();
  });

  it('gets no look-up by a card number', async () => {
    expect(await says('anna', '4242 4242 4242 4242')).toContain('That looks like a card number');
    expect(office.openPortal).not.toHaveBeenCalled();
  });

  it('is told plainly when something else is asked than a search', async () => {
    expect(await says('anna', '', { name: 'selectItem' })).toContain('Nothing was changed');
    const { composeExtension } = await office.ask('anna', { commandId: 'orders', parameters: [] });
    expect(composeExtension.type).toBe('message');
    await expect(office.ask('anna', 'nonsense')).rejects.toMatchObject({ code: 'invalid', reason: 'teams.body' });
  });
});
