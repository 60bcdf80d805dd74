import { repertoire as ours } from '../../dialogs/index.ts';
import { engineOf } from '../../src/app/engine.ts';
import { UNDERSTANDING } from '../../src/app/folders.ts';
import { renderText } from '../../src/channels/text.ts';
import { createHomes } from '../../src/conversation/home.ts';
import type { Wish } from '../../src/conversation/state.ts';
import { sqlOn } from '../../src/db/sql.ts';
import { type Button, type Card, mapActions } from '../../src/kit/card.ts';
import type { Repertoire } from '../../src/kit/dialog.ts';
import type { Portal } from '../../src/portal/open.ts';
import { loadUnderstanding } from '../../src/understanding/index.ts';
import type { TestAccount } from '../support/account.ts';
import type { World } from '../support/portal.ts';

const understand = await loadUnderstanding(UNDERSTANDING);

/** Home pages on the world's portal, of people linked as `talkIn` links them. */
export function homesIn(world: World, repertoire: Repertoire<Portal> = ours) {
  const sql = sqlOn(world.database.pools.system);
  const engine = engineOf({ services: world.services, sql, channels: {}, repertoire, understand });
  const homes = createHomes(engine);
  const userOf = (account: TestAccount, name: string) => ({
    channel: 'web' as const,
    tenantId: 'demo',
    userId: account.email(name),
  });
  return {
    engine,
    homes,
    userOf,
    of: async (account: TestAccount, name: string) => (await homes.homeOf(userOf(account, name), 'en')).card,
    reads: async (account: TestAccount, name: string) =>
      plainText((await homes.homeOf(userOf(account, name), 'en')).card),
  };
}

/** A page in plain words, with plain spaces. */
const plainText = (card: Card<Wish>): string =>
  renderText({ text: '', audience: 'person', card: mapActions(card, JSON.stringify) }).replace(/[\u00a0\u202f]/g, ' ');

/** Every wish a home page's buttons stand for. */
export const wishesOf = ({ blocks }: Card<Wish>): Wish[] =>
  blocks
    .flatMap((block): readonly Button<Wish>[] => {
      if (block.type === 'actions') return block.buttons;
      return block.type === 'table' ? block.rows.flatMap(({ actions = [] }) => actions) : [];
    })
    .flatMap((button) => ('action' in button ? button.action : []));
