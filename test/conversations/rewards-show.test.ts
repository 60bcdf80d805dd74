import { beforeEach, describe, expect, it } from 'vitest';
import { addRewards } from '../portal/rewards/support.ts';
import { testDatabase } from '../support/database.ts';
import { seen } from './payments-office.ts';
import { type Desk, rewardDesk } from './rewards-desk.ts';

const database = await testDatabase();

describe.each(['en', 'pl'] as const)('rewards (%s)', (locale) => {
  let desk: Desk;
  const by = <T>(texts: { en: T; pl: T }): T => texts[locale];
  const show = by({ en: 'show our rewards', pl: 'pokaż nasze nagrody' });

  beforeEach(async () => {
    desk = await rewardDesk(database, locale);
  });

  it('are told with their balance and what expires when', async () => {
    const anna = await desk.chat('anna');
    await anna.says(show);
    expect(seen(anna)).toContain(
      by({
        en: 'You have PLN 1,650.00 in rewards. The first to expire: PLN 450.00, to be used by 7 Jan 2027.',
        pl: 'Saldo nagród do wykorzystania: 1 650,00 zł. Najwcześniej wygasa 450,00 zł, termin ważności: 7 sty 2027.',
      }),
    );
    desk.golden('show', anna.last());
  });

  it('are told in points with what they are worth', async () => {
    const { account } = desk;
    await account.sql.query('DELETE FROM reward_batch WHERE "accountId" = $1', [account.id]);
    await addRewards(account, { amount: '12500', rate: '0.01', currency: 'USD', expiresOn: null });
    const piotr = await desk.chat('piotr');
    await piotr.says(by({ en: 'how many points do we have', pl: 'ile mamy punktów' }));
    expect(seen(piotr)).toContain(by({ en: '12,500 points (US$125.00)', pl: '12 500 punktów (125,00 USD)' }));
    desk.golden('points', piotr.last());
  });

  it('are shown page by page, soonest-expiring first', async () => {
    for (let n = 1; n <= 15; n++) {
      await addRewards(desk.account, { id: `b${n}`, amount: `${n}.00`, currency: 'EUR', source: `Batch ${n}` });
    }
    const anna = await desk.chat('anna');
    await anna.says(show);
    expect(seen(anna)).toContain(by({ en: '€120.00 and PLN 1,650.00', pl: '120,00 € i 1 650,00 zł' }));
    expect(seen(anna)).not.toContain('Order 88007');
    desk.golden('page', anna.last());
    await anna.presses(by({ en: 'Show more', pl: 'Pokaż więcej' }));
    expect(seen(anna)).toContain(by({ en: 'Rewards, continued:', pl: 'Nagrody, ciąg dalszy:' }));
    await anna.says(by({ en: 'show more', pl: 'pokaż więcej' }));
    expect(seen(anna)).toContain('Order 88007');
    desk.golden('last-page', anna.last());
  });

  it('are said to be none where there are none, or none left', async () => {
    const { account } = desk;
    const anna = await desk.chat('anna');
    await account.sql.query(`UPDATE reward_batch SET "expiresOn" = '2026-11-01' WHERE "accountId" = $1`, [account.id]);
    await anna.says(show);
    expect(seen(anna)).toContain(by({ en: 'no rewards left', pl: 'nie ma teraz nagród' }));
    await account.sql.query('DELETE FROM reward_batch WHERE "accountId" = $1', [account.id]);
    await anna.says(show);
    expect(seen(anna)).toContain(by({ en: 'no rewards yet', pl: 'nie ma jeszcze nagród' }));
  });
});
