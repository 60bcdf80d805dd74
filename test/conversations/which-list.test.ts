import { describe, expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { portalWorld } from '../support/portal.ts';
import { talkIn } from '../support/talk.ts';

const database = await testDatabase();

describe('a decision said of a row', () => {
  it.each([
    { list: 'show the invitations', deed: 'approve the first one', confirms: /Maria/ },
    { list: 'pokaż zaproszenia', deed: 'zatwierdź pierwsze', confirms: /Maria/ },
  ])('is about the list that was shown: "$list", "$deed"', async ({ list, deed, confirms }) => {
    const world = await portalWorld(database);
    const account = await world.account({ boss: ['management'], ann: ['finance'] });
    const talk = await talkIn(world);
    const boss = await talk.person(account, 'boss');
    const key = `invite-${account.id}`;
    const who = { email: `maria@${account.id.slice(0, 8)}.example`, name: 'Maria Nowak', roles: ['finance' as const] };
    await world.portalFor(account, 'ann').invitations.invite({ key, ...who });
    await talk.settle();
    await boss.says(list);
    await boss.says(deed);
    expect(boss.sees()).toMatch(confirms);
    expect(boss.buttons().length).toBeGreaterThan(1);
  });
});
