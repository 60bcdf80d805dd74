import type { SlackAddress } from '../address.ts';
import type { HomeOwner } from './store.ts';

/** Whose page it is that somebody at an address has. */
export const ownerOf = ({ teamId, enterpriseId, userId }: SlackAddress): HomeOwner => ({
  ...{ teamId, userId },
  ...(enterpriseId && { enterpriseId }),
});

export const userOf = ({ teamId, userId }: HomeOwner) => ({ channel: 'slack' as const, tenantId: teamId, userId });
