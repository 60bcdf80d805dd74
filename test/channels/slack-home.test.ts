import { beforeEach, describe, expect, it, vi } from 'vitest';
import { sqlOn } from '../../src/db/sql.ts';
import { chooseAccount } from '../../src/portal/identity.ts';
import { testDatabase } from '../support/database.ts';
import { fakeSlack } from '../support/fake-slack.ts';
import { slackOffice } from './slack-home-place.ts';

const database = await testDatabase();
const slack = await fakeSlack();

describe('a home page in Slack', () => {
  let place: Awaited<ReturnType<typeof slackOffice>>;
  /** Piotr asks for a role, which Ewa and Marek decide about. */
  const piotrAsks = async () => {
    const piotr = await place.office.chat('piotr');
    await piotr.says('I need the finance role');
    await piotr.says('yes');
  };
  const key = () => crypto.randomUUID();
  const portal = (name: string) => {
    const changed = (accountId: string) => place.publisher.changed(accountId);
    return place.office.world.portalFor(place.account, name, { changed });
  };

  beforeEach(async () => {
    place = await slackOffice(database, slack);
    await place.account.invoice({ number: 'INV-1042', dueOn: '2026-10-20', total: '1250.50' });
    for (const name of ['anna', 'ewa']) await place.link(name);
  });

  it('is published when it is opened, anew each time', async () => {
    await place.opens('anna');
    expect(place.page('anna')).toContain('PLN 1,250.50 left to pay');
    await place.opens('anna');
    expect(place.sent('anna')).toBe(2);
  });

  it('is drawn anew when somebody else changes something', async () => {
    await place.opens('ewa');
    expect(place.page('ewa')).not.toContain('Role requests');
    await piotrAsks();
    await place.publisher.idle();
    expect(place.page('ewa')).toContain('Role requests waiting for your decision');
    await portal('marek').access.approve({ id: await waitingRequest(), key: key() });
    await place.publisher.idle();
    expect(place.page('ewa')).not.toContain('Role requests');
  });

  it('is not sent again while it says the same, nor to those who never opened it', async () => {
    await place.opens('anna');
    await piotrAsks();
    await place.publisher.idle();
    expect(place.sent('anna')).toBe(1);
    expect(place.sent('ewa')).toBe(0);
  });

  it('makes one of the changes of a moment', async () => {
    await place.opens('ewa');
    await portal('piotr').access.request({ role: 'finance', key: key() });
    await portal('anna').access.request({ role: 'technical', key: key() });
    await portal('jan').access.request({ role: 'technical', key: key() });
    await place.publisher.idle();
    expect(place.sent('ewa')).toBe(2);
    expect(place.page('ewa')).toMatch(/Piotr.*Anna|Anna.*Piotr/s);
  });

  it('of somebody suspended says that their access has ended, and of no other account anything', async () => {
    await place.opens('anna');
    await portal('ewa').users.suspend({ contactId: place.account.person('anna'), key: key() });
    await place.publisher.idle();
    expect(place.page('anna')).toContain('no longer have access');
    expect(place.page('anna')).not.toContain('INV-1042');
  });

  it('waits as long as Slack asks, and is then drawn as it is by then', async () => {
    await place.opens('ewa');
    slack.limit('views.publish', 1);
    await piotrAsks();
    await place.publisher.idle();
    const limited = performance.now();
    expect(place.page('ewa')).not.toContain('Role requests');
    await portal('marek').access.decline({ id: await waitingRequest(), key: key() });
    await portal('anna').access.request({ role: 'technical', key: key() });
    await place.publisher.idle();
    expect(place.sent('ewa')).toBe(2);
    await vi.waitFor(() => expect(place.page('ewa')).toContain('Role requests'), { timeout: 5_000 });
    expect(performance.now() - limited).toBeGreaterThan(700);
    expect(place.page('ewa')).toContain('Anna');
    expect(place.page('ewa')).not.toContain('Piotr');
  });

  it('never goes back to an older one, though Slack is slow with it', async () => {
    const slow = slack.hold('views.publish');
    const opening = place.opens('ewa');
    await slow.arrived;
    await piotrAsks();
    slow.release();
    await opening;
    await place.publisher.idle();
    expect(place.page('ewa')).toContain('Role requests');
  });

  it('follows its person to the account they switch to', async () => {
    const other = await place.office.world.account({ anna: ['finance'] });
    await place.opens('anna');
    await other.sql.query('UPDATE contact SET email = $2 WHERE id = $1', [
      ...[other.person('anna'), place.account.email('anna')],
    ]);
    await other.sql.query(`INSERT INTO allowed_tenant ("accountId", platform, "tenantId") VALUES ($1, 'slack', 'T1')`, [
      other.id,
    ]);
    await other.sql.query(
      `INSERT INTO chat_link ("accountId", "contactId", platform, "tenantId", "userId", email)
       VALUES ($1, $2, 'slack', 'T1', $3, $4)`,
      [other.id, other.person('anna'), place.idOf('anna'), place.account.email('anna')],
    );
    const user = { channel: 'slack', tenantId: 'T1', userId: place.idOf('anna') } as const;
    await chooseAccount(sqlOn(database.pools.system), user, other.id);
    place.publisher.switched('T1', user.userId);
    await place.publisher.idle();
    expect(place.page('anna')).toContain(`Account: Account ${other.id.slice(0, 4)}`);
    expect(place.page('anna')).not.toContain('INV-1042');
  });

  it('is kept no more for somebody who is gone from the workspace', async () => {
    await place.opens('ewa');
    slack.refuse('views.publish', 'user_not_found');
    await piotrAsks();
    await place.publisher.idle();
    const sent = place.sent('ewa');
    await portal('marek').access.decline({ id: await waitingRequest(), key: key() });
    await place.publisher.idle();
    expect(place.sent('ewa')).toBe(sent);
  });

  it('says that it could not be loaded, where it can’t be told who the person is', async () => {
    await database.pools.owner.query('ALTER TABLE chat_link RENAME TO chat_link_gone');
    await expect(place.opens('anna')).rejects.toThrow();
    await database.pools.owner.query('ALTER TABLE chat_link_gone RENAME TO chat_link');
    expect(place.page('anna')).toContain('could not be loaded just now');
  });

  it('welcomes somebody nobody knows in the language of their profile', async () => {
    place.profiles.set(place.idOf('jan'), 'pl');
    await place.opens('jan');
    expect(place.page('jan')).toContain('Połącz z portalem');
    await place.link('jan');
    await place.account.sql.query('UPDATE contact SET locale = NULL WHERE id = $1', [place.account.person('jan')]);
    place.publisher.changed(place.account.id);
    await place.publisher.idle();
    expect(place.page('jan')).toContain('1250,50 zł'.replace('1250', '1 250'));
  });

  async function waitingRequest(): Promise<string> {
    const { rows } = await place.account.sql.query<{ id: string }>(
      `SELECT id FROM role_request WHERE "accountId" = $1 AND state = 'waiting'`,
      [place.account.id],
    );
    return rows[0]!.id;
  }
});
