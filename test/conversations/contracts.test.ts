import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { expectSaidGolden } from '../support/said.ts';
import { contractDesk, type Desk, renewalsDue } from './contracts-desk.ts';

const database = await testDatabase();
let desk: Desk;
/** The last reply's words, with plain spaces in its amounts. */
const said = () => desk.tom.last().reply.text.replace(/[\u00a0\u202f]/g, ' ');

describe.each(['en', 'pl'] as const)('contracts (%s)', (locale) => {
  beforeEach(async () => {
    desk = await contractDesk(database, locale);
  });
  const golden = (name: string) =>
    expectSaidGolden(`conversations/contracts-${name}-${locale}`, desk.tom.last(), desk.account, locale);

  it('are listed by status, the one that ends first at first, worth per currency', async () => {
    await desk.tom.says(desk.by({ en: 'show our active contracts', pl: 'pokaż aktywne umowy' }));
    expect(said()).toBe(
      desk.by({
        en: 'You have 3 active contracts, worth €1,920.00 and PLN 51,720.00.',
        pl: 'Masz 3 aktywne umowy, wartość: 1 920,00 € i 51 720,00 zł.',
      }),
    );
    golden('list');
    await desk.tom.says(desk.by({ en: 'show the second one', pl: 'pokaż drugą' }));
    expect(said()).toContain('S-322');
    golden('show');
  });

  it('are renewed once it is confirmed, with who can pay it, and not once more', async () => {
    await desk.tom.says(desk.by({ en: 'renew contract 310', pl: 'odnów umowę 310' }));
    golden('renew-confirm');
    await desk.tom.says(desk.by({ en: 'yes', pl: 'tak' }));
    golden('renewed');
    expect(await renewalsDue(desk.account)).toEqual([
      {
        number: 'S-310',
        amount: '9840.00',
        dueOn: '2026-12-11',
        state: 'due',
        description: 'Premier Support',
      },
    ]);
    await desk.tom.says(desk.by({ en: 'renew contract S-310', pl: 'odnów umowę S-310' }));
    golden('renew-already');
    expect(await renewalsDue(desk.account)).toHaveLength(1);
    await desk.tom.says(desk.by({ en: 'show it', pl: 'pokaż ją' }));
  });

  it('are switched to automatic renewal and back by undo', async () => {
    await desk.tom.says(
      desk.by({ en: 'turn on auto-renew for S-310', pl: 'włącz automatyczne odnawianie umowy S-310' }),
    );
    golden('auto-confirm');
    await desk.tom.says(desk.by({ en: 'yes', pl: 'tak' }));
    golden('auto-done');
    await desk.tom.says(desk.by({ en: 'undo', pl: 'cofnij' }));
    await desk.tom.says(desk.by({ en: 'yes', pl: 'tak' }));
    expect(said()).toMatch(desk.by({ en: /contract S-310 is off: it ends/, pl: /umowy S-310 jest wyłączone/ }));
  });
});
