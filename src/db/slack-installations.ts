import type { InstallationStore } from '../channels/slack/install/store.ts';
import type { Query } from '../lib/sql.ts';
import type { AuditEntry } from '../portal/scope.ts';

/** One transaction; what it audits is appended last to the system's chain. */
type Audited = <T>(work: (tx: Query, audit: (entry: AuditEntry) => void) => Promise<T>) => Promise<T>;

/** Installations on the system role's connections. */
export function slackInstallations(sql: Query, audited: Audited): InstallationStore {
  return {
    async save({ id, enterpriseId, name, botUserId, botId, scopes, token, installedBy, installedAt }) {
      await audited(async (tx, audit) => {
        const values = [
          id,
          enterpriseId ?? null,
          name,
          botUserId,
          botId ?? null,
          scopes,
          token,
          installedBy,
          installedAt,
        ];
        await tx.query(SAVE, values);
        audit({ action: 'slack.install', object: `slack:${id}`, outcome: 'done', details: { installedBy } });
      });
    },
    async find(ids) {
      const { rows } = await sql.query<{ id: string; token: string }>(FIND, [ids]);
      return rows;
    },
    end: (id, at) =>
      audited(async (tx, audit) => {
        const { rows } = await tx.query(END, [id, at]);
        if (rows.length > 0) audit({ action: 'slack.uninstall', object: `slack:${id}`, outcome: 'done' });
        return rows.length > 0;
      }),
    async spend(nonce, at, keepMs) {
      await sql.query('DELETE FROM slack_install_state WHERE "usedAt" < $1', [new Date(at.getTime() - keepMs)]);
      const { rows } = await sql.query(
        'INSERT INTO slack_install_state (nonce, "usedAt") VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING nonce',
        [nonce, at],
      );
      return rows.length > 0;
    },
  };
}

const SAVE = `
  INSERT INTO slack_installation AS s
    (id, "enterpriseId", name, "botUserId", "botId", scopes, token, "installedBy", "installedAt")
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
  ON CONFLICT (id) DO UPDATE SET "enterpriseId" = excluded."enterpriseId", name = excluded.name,
    "botUserId" = excluded."botUserId", "botId" = excluded."botId", scopes = excluded.scopes, token = excluded.token,
    "installedBy" = excluded."installedBy", "installedAt" = excluded."installedAt", "endedAt" = NULL`;

const FIND = `
  SELECT id, token FROM slack_installation WHERE id = ANY ($1::text[]) AND "endedAt" IS NULL
  ORDER BY array_position($1::text[], id)`;

/** What was installed after `at` is another installation than the one that ended then. */
const END = `
  UPDATE slack_installation SET "endedAt" = $2, token = NULL
  WHERE id = $1 AND "endedAt" IS NULL AND "installedAt" <= $2 RETURNING id`;
