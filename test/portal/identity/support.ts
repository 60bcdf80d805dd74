import { randomUUID } from 'node:crypto';
import { sqlOn } from '../../../src/db/sql.ts';
import { showCode } from '../../../src/lib/link-code.ts';
import { codeOf, proofOf } from '../../../src/portal/identity/code.ts';
import { openIdentity } from '../../../src/portal/identity/index.ts';
import { type ChatUser, recognise } from '../../../src/portal/identity.ts';
import type { TestAccount } from '../../support/account.ts';
import { testDatabase } from '../../support/database.ts';
import { portalWorld } from '../../support/portal.ts';

/** A Slack workspace where people become somebody: no two tests share a chat user or a workspace. */
export async function identityWorld() {
  const database = await testDatabase();
  const world = await portalWorld(database);
  const sql = sqlOn(database.pools.system);
  const owner = sqlOn(database.pools.owner);
  const identity = openIdentity({ services: world.services, system: sql });
  const key = world.services.secretsKey;

  const allow = (account: TestAccount, tenantId: string, trusts = false) =>
    owner.query(
      `INSERT INTO allowed_tenant ("accountId", platform, "tenantId", "trustsDirectory") VALUES ($1, 'slack', $2, $3)
       ON CONFLICT ("accountId", platform, "tenantId") DO UPDATE SET "trustsDirectory" = $3`,
      [account.id, tenantId, trusts],
    );

  return {
    ...{ ...world, identity, owner, allow },
    someone: (tenantId = `T${randomUUID().slice(0, 8)}`): ChatUser => ({
      ...{ channel: 'slack', tenantId, userId: `U${randomUUID().slice(0, 8)}` },
    }),
    ask: (user: ChatUser, email: string, eventKey: string = randomUUID()) =>
      identity.askCode(user, email, { asker: { name: 'Ann', tenantName: 'Acme' }, locale: 'en', key: eventKey }),
    /** The codes asked for by a chat user, oldest first, as their mails would bring them. */
    async codes({ userId }: ChatUser): Promise<string[]> {
      const { rows } = await owner.query<{ id: string }>(
        'SELECT id FROM link_code WHERE "userId" = $1 ORDER BY "createdAt", id',
        [userId],
      );
      return rows.map(({ id }) => codeOf(key, id));
    },
    shown: (code: string) => showCode(code),
    prove: (user: ChatUser, code: string, eventKey: string = randomUUID()) =>
      identity.prove(user, proofOf(key, user, code), eventKey, 'Acme'),
    proofOf: (user: ChatUser, code: string) => proofOf(key, user, code),
    who: async (user: ChatUser) => {
      const found = await recognise(sql, user, 'en');
      return found.known ? found.who.accounts.map(({ id }) => id) : found.why;
    },
    async mails(to: string) {
      const { rows } = await owner.query<{ subject: string; text: string; codeId: string }>(
        'SELECT subject, text, "codeId" FROM mail WHERE "to" = $1 AND "codeId" IS NOT NULL ORDER BY id',
        [to],
      );
      return rows;
    },
    /** What the account's trail tells of links: action, outcome, and why or how. */
    async trail({ id }: TestAccount): Promise<string[]> {
      const { rows } = await owner.query<{ line: string }>(
        `SELECT concat_ws(' ', "actorKind", action, outcome, coalesce(details->>'reason', details->>'by')) AS line
         FROM audit_record WHERE chain = $1 AND (action LIKE 'links.%' OR action LIKE 'invitations.%') ORDER BY seq`,
        [id],
      );
      return rows.map(({ line }) => line);
    },
  };
}
