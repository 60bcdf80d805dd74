import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { expectSaidGolden } from '../support/said.ts';
import { addContract, addRenewal, contractDesk, type Desk, renewalsDue } from './contracts-desk.ts';

const database = await testDatabase();
let desk: Desk;
const said = () => desk.tom.last().reply.text.replace(/[\u00a0\u202f]/g, ' ');

describe.each(['en', 'pl'] as const)('talking about contracts (%s)', (locale) => {
  beforeEach(async () => {
    desk = await contractDesk(database, locale);
  });
  const says = (texts: { en: string; pl: string }) => desk.tom.says(desk.by(texts));
  const golden = (name: string) =>
    expectSaidGolden(`conversations/contracts-${name}-${locale}`, desk.tom.last(), desk.account, locale);

  it('shows somebody with finance only the contracts, with no way to renew them, and says who may', async () => {
    const ann = await desk.talk.person(desk.account, 'ann');
    await ann.says(desk.by({ en: 'show our contracts', pl: 'pokaż umowy' }));
    expect(new Set(ann.buttons())).toEqual(new Set([desk.by({ en: 'Show', pl: 'Pokaż' })]));
    for (const text of [
      desk.by({ en: 'renew contract S-310', pl: 'odnów umowę S-310' }),
      desk.by({ en: 'turn on auto-renew for S-310', pl: 'włącz automatyczne odnawianie umowy S-310' }),
    ]) {
      await ann.says(text);
      expect(ann.last().reply.text).toMatch(desk.by({ en: /technical or management/, pl: /techniczn.*zarząd/ }));
      expect(ann.last().reply.text).toMatch(/Mia, Tom|Tom, Mia/);
    }
    expectSaidGolden(`conversations/contracts-refused-${locale}`, ann.last(), desk.account, locale);
    expect(await renewalsDue(desk.account)).toEqual([]);
  });

  it('offers the renewal to whoever may pay it, and paid it extends the contract', async () => {
    await desk.account.setRoles('tom', ['technical', 'finance']);
    await desk.account.method({ isDefault: true });
    await says({ en: 'renew contract S-310', pl: 'odnów umowę S-310' });
    await says({ en: 'yes', pl: 'tak' });
    expect(desk.tom.buttons()[0]).toBe(desk.by({ en: 'Pay the renewal', pl: 'Opłać odnowienie' }));
    await says({ en: 'renew contract S-310', pl: 'odnów umowę S-310' });
    golden('renew-pay');
    await desk.tom.presses(desk.by({ en: 'Pay the renewal', pl: 'Opłać odnowienie' }));
    await says({ en: 'yes', pl: 'tak' });
    await says({ en: 'show contract S-310', pl: 'pokaż umowę S-310' });
    expect(said()).toMatch(desk.by({ en: /runs until 11 Dec 2027/, pl: /obowiązuje do 11 gru 2027/ }));
    expect(await renewalsDue(desk.account)).toMatchObject([{ state: 'paid' }]);
  });

  it('asks which one to renew where none is named and several can be, and takes the second', async () => {
    await addContract(desk.account, { number: 'S-323', endsOn: '2026-12-24', value: '55.00' });
    await says({ en: 'I want to renew a contract', pl: 'chcę odnowić umowę' });
    golden('renew-which');
    await says({ en: 'the second one', pl: 'tę drugą' });
    expect(said()).toMatch(/S-323.*55[.,]00/);
    await says({ en: 'no, contract S-322', pl: 'nie, umowę S-322' });
    expect(said()).toMatch(/S-322.*1[ ,]920[.,]00/);
    await says({ en: 'cancel', pl: 'anuluj' });
    expect(await renewalsDue(desk.account)).toEqual([]);
  });

  it('renews the only one that ends soon where none is named', async () => {
    await says({ en: 'I want to renew a contract', pl: 'chcę odnowić umowę' });
    expect(said()).toMatch(/S-310/);
    await says({ en: 'no', pl: 'nie' });
    expect(await renewalsDue(desk.account)).toEqual([]);
  });

  it('says what stands in the way, and what can be done instead', async () => {
    await says({ en: 'renew contract U-205', pl: 'odnów umowę U-205' });
    golden('renew-subscription');
    await says({ en: 'renew contract S-287', pl: 'odnów umowę S-287' });
    expect(said()).toMatch(desk.by({ en: /too long ago.*talk to a person/, pl: /zbyt dawno.*konsultant/ }));
    await says({ en: 'turn on auto-renew for S-287', pl: 'włącz automatyczne odnawianie umowy S-287' });
    golden('auto-expired');
    await says({ en: 'turn on auto-renew for S-322', pl: 'włącz automatyczne odnawianie umowy S-322' });
    expect(said()).toMatch(desk.by({ en: /S-322 is on already.*nothing/, pl: /S-322 jest już włączone/ }));
    expect(await renewalsDue(desk.account)).toEqual([]);
  });

  it('says that nothing can be renewed where everything is renewed already', async () => {
    await addRenewal(desk.account, desk.ids.expiring, { dueOn: '2026-12-11' });
    await addRenewal(desk.account, desk.ids.running, { dueOn: '2027-08-05' });
    await says({ en: 'I want to renew a contract', pl: 'chcę odnowić umowę' });
    expect(said()).toMatch(desk.by({ en: /There is no support contract to renew/, pl: /Nie ma umowy asysty/ }));
  });

  it('can’t take a renewal back, and says what can be done', async () => {
    await says({ en: 'renew contract S-310', pl: 'odnów umowę S-310' });
    await says({ en: 'yes', pl: 'tak' });
    await says({ en: 'undo', pl: 'cofnij' });
    expect(said()).toMatch(
      desk.by({ en: /can’t be taken back.*talk to a person/, pl: /nie można tu cofnąć.*konsultant/ }),
    );
    expect(await renewalsDue(desk.account)).toHaveLength(1);
  });

  it('confirms anew what a load has changed while it was being confirmed', async () => {
    await says({ en: 'renew contract S-310', pl: 'odnów umowę S-310' });
    await desk.account.sql.query('UPDATE contract SET value = 9999 WHERE id = $1', [desk.ids.expiring]);
    await says({ en: 'yes', pl: 'tak' });
    expect(await renewalsDue(desk.account)).toEqual([]);
    expect(said()).toMatch(/9[ ,]999[.,]00/);
    await says({ en: 'yes', pl: 'tak' });
    expect((await renewalsDue(desk.account)).map(({ amount }) => amount)).toEqual(['9999.00']);
  });

  it('asks where a number fits several, finds none of another account, and takes the right one', async () => {
    await addContract(desk.account, { number: 'CT-310', endsOn: '2027-01-01' });
    const other = await desk.world.account({ eve: ['technical'] });
    await addContract(other, { number: 'S-777' });
    await says({ en: 'show contract 310', pl: 'pokaż umowę 310' });
    golden('several');
    await desk.tom.presses(desk.by({ en: 'Choose', pl: 'Wybierz' }));
    expect(said()).toContain('310');
    await says({ en: 'show contract S-777', pl: 'pokaż umowę S-777' });
    expect(said()).toMatch(desk.by({ en: /I can’t find contract S-777/, pl: /nie ma umowy S-777/ }));
    await desk.tom.says('S-322');
    expect(said()).toContain('S-322');
  });

  it('serves another wish in between, and then asks again', async () => {
    await says({ en: 'renew contract S-310', pl: 'odnów umowę S-310' });
    await says({ en: 'show contract U-205', pl: 'pokaż umowę U-205' });
    expect(JSON.stringify(desk.tom.messages().slice(-3))).toContain('Cloud Database');
    expect(said()).toContain('S-310');
    await says({ en: 'yes', pl: 'tak' });
    expect(await renewalsDue(desk.account)).toHaveLength(1);
  });

  it('takes “it” for the one looked at last', async () => {
    await says({ en: 'show contract S-310', pl: 'pokaż umowę S-310' });
    await says({ en: 'renew it', pl: 'odnów ją' });
    expect(said()).toMatch(desk.by({ en: /^Renew contract S-310/, pl: /^Odnowić umowę S-310/ }));
  });

  it('goes on with a long list, and with the expired ones of it', async () => {
    for (let n = 1; n <= 12; n++) await addContract(desk.account, { number: `L-${100 + n}`, endsOn: '2027-10-02' });
    await says({ en: 'show our contracts', pl: 'pokaż umowy' });
    golden('list-page');
    await says({ en: 'show more', pl: 'pokaż więcej' });
    expect(said()).toBe(desk.by({ en: 'All contracts, continued:', pl: 'Wszystkie umowy, ciąg dalszy:' }));
    await says({ en: 'show the second one', pl: 'pokaż drugą' });
    expect(said()).toMatch(/L-107/);
    await says({ en: 'and the expired contracts?', pl: 'a wygasłe umowy?' });
    expect(said()).toMatch(
      desk.by({ en: /^You have 1 expired contract, worth/, pl: /^Masz 1 wygasłą umowę, wartość/ }),
    );
  });

  it('says well that there is nothing, and offers all', async () => {
    await desk.account.sql.query(`UPDATE contract SET "endsOn" = '2028-01-01' WHERE "accountId" = $1`, [
      desk.account.id,
    ]);
    await says({ en: 'expiring contracts', pl: 'wygasające umowy' });
    golden('list-empty');
    await desk.tom.presses(desk.by({ en: 'Show all contracts', pl: 'Pokaż wszystkie umowy' }));
    expect(said()).toMatch(desk.by({ en: /^You have 4 contracts, worth/, pl: /^Masz 4 umowy, wartość/ }));
  });
});
