import type { Via } from '../scope.ts';

/** A chat the person is linked in, as they and the operator are shown it. */
export interface LinkView {
  id: string;
  platform: Extract<Via, 'slack' | 'teams' | 'web'>;
  tenantId: string;
  /** What people call the workspace or organization; absent where the platform did not tell. */
  tenantName?: string;
  userId: string;
  /** ISO 8601 in UTC. */
  since: string;
}

/** As `links_of` gives it. */
export interface LinkRow extends Omit<LinkView, 'tenantName' | 'since'> {
  tenantName: string | null;
  createdAt: Date;
}

export const linkView = ({ tenantName, createdAt, ...row }: LinkRow): LinkView => ({
  ...{ id: row.id, platform: row.platform, tenantId: row.tenantId, userId: row.userId },
  ...(tenantName && { tenantName }),
  since: createdAt.toISOString(),
});
