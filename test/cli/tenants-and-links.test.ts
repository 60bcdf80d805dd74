import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import type { Command } from '../../src/cli/command.ts';
import { links } from '../../src/cli/links.ts';
import { tenants } from '../../src/cli/tenants.ts';
import { readConfig } from '../../src/config.ts';
import { run } from '../../tools/run.ts';
import type { TestAccount } from '../support/account.ts';
import { testDatabase } from '../support/database.ts';
import { portalWorld } from '../support/portal.ts';
import { talkIn } from '../support/talk.ts';

const database = await testDatabase();
const world = await portalWorld(database);
const dataDir = mkdtempSync(join(tmpdir(), 'portal-cli-'));
afterAll(() => rmSync(dataDir, { recursive: true }));
const env = { DATABASE_URL: database.url, DATA_DIR: dataDir, LOG_LEVEL: 'silent' };

/** What a command prints; undefined when it is not called so. */
async function say(command: Command, ...args: string[]): Promise<string | undefined> {
  const printed: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line));
  try {
    return (await command.run(readConfig(env), args)) === undefined ? undefined : printed.join('\n');
  } finally {
    log.mockRestore();
  }
}

const externalId = ({ id }: TestAccount) => `A-${id}`;
const trail = async (chain: string) => {
  const { rows } = await database.pools.owner.query<{ line: string }>(
    `SELECT concat_ws(' ', "actorKind", channel, action, object, details->>'trustsDirectory') AS line
     FROM audit_record WHERE chain = $1 AND (action LIKE 'tenants.%' OR action LIKE 'links.%') ORDER BY seq`,
    [chain],
  );
  return rows.map(({ line }) => line);
};

describe('the operator', () => {
  it('allows a tenant for an account, by its external id or its name, once; and forbids it', async () => {
    const account = await world.account({ ewa: ['management'] });
    const id = externalId(account);
    const allowed = () => tenantsOf(account);
    expect(await say(tenants, 'allow', id, 'slack', 't0acme')).toBe('slack T0ACME is allowed.');
    expect(await say(tenants, 'allow', id, 'slack', 'T0ACME')).toBe('It was so already.');
    const { rows } = await database.pools.owner.query<{ name: string }>('SELECT name FROM account WHERE id = $1', [
      account.id,
    ]);
    const name = rows[0]!.name.toUpperCase();
    expect(await say(tenants, 'allow', name, 'slack', 'T0ACME', '--trust-directory')).toContain('directory trusted');
    expect(await allowed()).toEqual(['slack T0ACME true']);
    expect(await say(tenants, 'list')).toContain('T0ACME  trusted');
    expect(await say(tenants, 'forbid', id, 'slack', 'T0ACME')).toBe('slack T0ACME is no longer allowed.');
    expect(await allowed()).toEqual([]);
    await expect(say(tenants, 'forbid', id, 'slack', 'T0ACME')).rejects.toMatchObject({ reason: 'not_allowed' });
    const line = (action: string) => `operator cli ${action} account:${id}`;
    expect(await trail('system')).toEqual([
      `${line('tenants.allow')} false`,
      `${line('tenants.allow')} true`,
      line('tenants.forbid'),
    ]);
  });

  it.each([
    [['Nobody Ltd', 'slack', 'T0ACME'], 'unknown_account'],
    [['Twin', 'slack', 'T0ACME'], 'several_accounts'],
    [['Twin', 'discord', 'T0ACME'], 'unknown_platform'],
    [['Twin', 'slack', 'acme.slack.com'], 'not_a_tenant'],
    [['Twin', 'teams', 'T0ACME'], 'not_a_tenant'],
  ])('is told what is wrong with %j', async (args, reason) => {
    for (const name of ['Twin', 'twin']) {
      await database.pools.owner.query(
        `INSERT INTO account (id, "externalId", name, "timeZone", "supportEmail") VALUES ($1::uuid, $1::text, $2, 'UTC', 's@x.y')`,
        [randomUUID(), name],
      );
    }
    await expect(say(tenants, 'allow', ...args)).rejects.toMatchObject({ reason });
  });

  it.each([
    [tenants, []],
    [tenants, ['allow', 'A']],
    [tenants, ['allow', 'A', 'slack', 'T0ACME', 'more']],
    [tenants, ['forbid', 'A', 'slack', 'T0ACME', '--trust-directory']],
    [links, []],
    [links, ['end']],
    [links, ['list', 'A', 'B']],
  ] as [Command, string[]][])('is shown the usage for %# what is not called so', async (command, args) => {
    expect(await say(command, ...args)).toBeUndefined();
  });

  it('lists links, ends one, and from then on it gives no access and its buttons are gone', async () => {
    const account = await world.account({ ewa: ['management'], ann: ['finance'] });
    await account.invoice({ number: 'CLI-1' });
    const ended: string[] = [];
    const talk = await talkIn(world, { accessEnded: (id) => void ended.push(id) });
    const ann = await talk.person(account, 'ann');
    await talk.person(account, 'ewa');
    await ann.says('pay invoice CLI-1');
    const listed = (await say(links, 'list', externalId(account)))!.split('\n');
    expect(listed).toHaveLength(3);
    const [link] = listed.find((line) => line.includes(account.email('ann')))!.split(' ');
    expect(await say(links, 'end', link!.toUpperCase())).toBe('The link is ended.');
    await expect(say(links, 'end', link!)).rejects.toMatchObject({ reason: 'unknown_link' });
    await expect(say(links, 'end', 'nonsense')).rejects.toMatchObject({ reason: 'unknown_link' });
    await talk.settle();
    expect(ended).toEqual([account.id]);
    expect(ann.messages().flatMap(({ reply }) => reply.card?.blocks ?? [])).toEqual([]);
    await ann.says('show my overdue invoices');
    expect(ann.sees()).not.toContain('CLI-1');
    expect(await say(links, 'list', externalId(account))).not.toContain(account.email('ann'));
    expect(await trail(account.id)).toEqual([`operator cli links.end contact:${account.email('ann')}`]);
  });

  it('forbids a tenant, and open cards there lose their buttons', async () => {
    const account = await world.account({ ann: ['finance'] });
    await account.invoice({ number: 'CLI-2' });
    const talk = await talkIn(world);
    const ann = await talk.person(account, 'ann');
    await ann.says('pay invoice CLI-2');
    // The demonstration's page is no tenant the command takes; what it does to cards is the same.
    await database.pools.owner.query(
      `UPDATE chat_link SET platform = 'slack', "tenantId" = 'T0CARD' WHERE "contactId" = $1`,
      [account.person('ann')],
    );
    await say(tenants, 'allow', externalId(account), 'slack', 'T0CARD');
    await say(tenants, 'forbid', externalId(account), 'slack', 'T0CARD');
    await talk.settle();
    expect(ann.messages().flatMap(({ reply }) => reply.card?.blocks ?? [])).toEqual([]);
    expect(ann.sees()).toContain('You no longer have access');
  });

  it('gets an exit code: 2 with the usage, 1 when nothing was done', async () => {
    const unknown = await run('node', ['src/cli/main.ts', 'tenants'], { env });
    expect(unknown.code).toBe(2);
    expect(unknown.output).toContain('tenants allow ACCOUNT slack|teams TENANT [--trust-directory]');
    const refused = await run('node', ['src/cli/main.ts', 'links', 'end', 'nonsense'], { env });
    expect(refused).toMatchObject({ code: 1, output: expect.stringContaining('Nothing was done: unknown_link') });
  });
});

async function tenantsOf({ id }: TestAccount): Promise<string[]> {
  const { rows } = await database.pools.owner.query<{ line: string }>(
    `SELECT platform || ' ' || "tenantId" || ' ' || "trustsDirectory" AS line FROM allowed_tenant WHERE "accountId" = $1`,
    [id],
  );
  return rows.map(({ line }) => line);
}
