import { describe, expect, it } from 'vitest';
import { repertoire } from '../../dialogs/index.ts';
import { engineOf } from '../../src/app/engine.ts';
import { filesOf } from '../../src/app/files.ts';
import { sqlOn } from '../../src/db/sql.ts';
import type { ChatUser } from '../../src/portal/identity.ts';
import type { TestAccount } from '../support/account.ts';
import { testDatabase } from '../support/database.ts';
import { portalWorld } from '../support/portal.ts';

const database = await testDatabase();
const world = await portalWorld(database);
const sql = sqlOn(database.pools.system);
const engine = engineOf({
  ...{ services: world.services, sql, channels: {}, repertoire },
  understand: () => {
    throw new Error('nothing is said here');
  },
});
const readFile = filesOf(() => engine);

const ann = (userId: string): ChatUser => ({ channel: 'slack', tenantId: 'T1', userId });
const gone = { code: 'not_found' };

async function linked({ userId }: ChatUser, account: TestAccount, name: string): Promise<void> {
  await account.sql.query(
    `INSERT INTO allowed_tenant ("accountId", platform, "tenantId") VALUES ($1, 'slack', 'T1') ON CONFLICT DO NOTHING`,
    [account.id],
  );
  await account.sql.query(
    `INSERT INTO chat_link ("accountId", "contactId", platform, "tenantId", "userId", email)
     VALUES ($1, $2, 'slack', 'T1', $3, $4)`,
    [account.id, account.person(name), userId, account.email(name)],
  );
}

/** An account with an invoice, and the PDF that ann had made of it. */
async function withFile() {
  const account = await world.account({ ann: ['finance'], mia: ['management'] });
  const id = await account.invoice({ number: '123' });
  const { file } = await world.portalFor(account, 'ann').invoices.pdf({ id, key: 'k' });
  return { account, file: file.id };
}

describe('a file handed over in a chat', () => {
  it('is read for the account it was made in, whichever is worked for by then', async () => {
    const user = ann('U1');
    const [first, second] = [await withFile(), await withFile()];
    await linked(user, first.account, 'ann');
    await linked(user, second.account, 'ann');
    for (const { account } of [first, second]) {
      await engine.chooseAccount(user, account.id);
      expect((await readFile(user, first.file)).name).toContain('123');
      expect((await readFile(user, second.file)).name).toContain('123');
    }
  });

  it('is nobody else’s, nor of an account where the access has ended', async () => {
    const [user, colleague] = [ann('U2'), ann('U3')];
    const [first, second] = [await withFile(), await withFile()];
    await linked(user, first.account, 'ann');
    await linked(user, second.account, 'ann');
    await linked(colleague, first.account, 'mia');
    await expect(readFile(colleague, first.file)).rejects.toMatchObject(gone);
    await expect(readFile(ann('U4'), first.file)).rejects.toMatchObject(gone);
    await first.account.suspend('ann');
    await expect(readFile(user, first.file)).rejects.toMatchObject(gone);
    await second.account.setRoles('ann', ['technical']);
    await expect(readFile(user, second.file)).rejects.toMatchObject(gone);
  });
});
