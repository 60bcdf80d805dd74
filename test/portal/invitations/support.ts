import { sqlOn } from '../../../src/db/sql.ts';
import { invitationToken } from '../../../src/portal/invitations/token.ts';
import { openPublic } from '../../../src/portal/public.ts';
import { openSystem } from '../../../src/portal/system.ts';
import { testDatabase } from '../../support/database.ts';
import { portalWorld } from '../../support/portal.ts';
import { newKey } from '../payments/support.ts';

/** A company: Piotr is the primary contact, Ewa and Jan manage, Anna is in finance. */
export async function invitationWorld() {
  const world = await portalWorld(await testDatabase());
  const sql = sqlOn(world.database.pools.system);
  return {
    ...world,
    system: openSystem(world.services, sql),
    async company() {
      const account = await world.account({
        ...{ piotr: ['technical'], ewa: ['management'], jan: ['management'], anna: ['finance'] },
      });
      const as = (name: string) => world.portalFor(account, name);
      return {
        ...{ account, as },
        invite: (
          who: string,
          email = 'nowak@x.example',
          roles: ('finance' | 'technical' | 'management')[] = ['finance'],
        ) => as(who).invitations.invite({ key: newKey(), email, name: 'Maria Nowak', roles }),
      };
    },
    /** What an invitation's link opens. */
    link: (id: string, version = 0) =>
      openPublic(world.services, sql, invitationToken(world.services.secretsKey, id, version)),
    linkOf: (token: string) => openPublic(world.services, sql, token),
  };
}
