import type { HomeStore } from '../channels/slack/home/store.ts';
import type { Locale } from '../lib/locale.ts';
import type { Query } from '../lib/sql.ts';

/** Home pages in Slack, on the system role's connections. */
export function slackHomeStore(system: Query): HomeStore {
  return {
    async opened({ teamId, userId, enterpriseId }, locale, at) {
      await system.query(OPENED, [teamId, userId, enterpriseId ?? null, locale, at]);
    },
    async find(teamId, userId) {
      const { rows } = await system.query<{ enterpriseId: string | null; locale: Locale; digest: string | null }>(
        'SELECT "enterpriseId", locale, digest FROM slack_home WHERE "teamId" = $1 AND "userId" = $2',
        [teamId, userId],
      );
      const [row] = rows;
      if (!row) return undefined;
      const { enterpriseId, locale, digest } = row;
      return { owner: { teamId, userId, ...(enterpriseId && { enterpriseId }) }, locale, ...(digest && { digest }) };
    },
    async published({ teamId, userId }, digest) {
      await system.query('UPDATE slack_home SET digest = $3 WHERE "teamId" = $1 AND "userId" = $2', [
        ...[teamId, userId, digest],
      ]);
    },
    async ofAccount(accountId, most) {
      const { rows } = await system.query<{ teamId: string; userId: string }>(OF_ACCOUNT, [accountId, most]);
      return rows;
    },
    async forget({ teamId, userId }) {
      await system.query('DELETE FROM slack_home WHERE "teamId" = $1 AND "userId" = $2', [teamId, userId]);
    },
  };
}

const OPENED = `
  INSERT INTO slack_home ("teamId", "userId", "enterpriseId", locale, "openedAt") VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT ("teamId", "userId") DO UPDATE SET "enterpriseId" = excluded."enterpriseId", locale = excluded.locale,
    "openedAt" = excluded."openedAt", digest = NULL`;

// Also whose link has ended: their page is to say so.
const OF_ACCOUNT = `
  SELECT h."teamId", h."userId" FROM slack_home h
  WHERE EXISTS (SELECT FROM contact c JOIN chat_link l ON l."contactId" = c.id
    WHERE c."accountId" = $1 AND l.platform = 'slack' AND l."tenantId" = h."teamId" AND l."userId" = h."userId")
  ORDER BY h."openedAt" DESC LIMIT $2`;
