import { beforeEach, describe, expect, it } from 'vitest';
import { addressSchema, type TeamsAddress } from '../../src/channels/teams/address.ts';
import { profileOf as profileIn } from '../../src/channels/teams/send/profile.ts';
import type { Reply } from '../../src/kit/card.ts';
import { testDatabase } from '../support/database.ts';
import { fakeTeams } from '../support/fake-teams.ts';
import { failure, sendingTo } from './teams-sending.ts';

const teams = await fakeTeams();
const database = await testDatabase();
const HOW = { key: 'key', locale: 'en' as const };
const words = (text: string): Reply<string> => ({ text, audience: 'person' });
const card = (text: string): Reply<string> => ({ ...words(text), card: { blocks: [{ type: 'text', text }] } });

describe('the Teams channel', () => {
  let count = 0;
  let person: ReturnType<typeof teams.person>;
  let sending: ReturnType<typeof sendingTo>;
  let address: TeamsAddress;
  const send = (to: TeamsAddress = address, reply = words('Hello')) => sending.channel.send({ ...to }, reply, HOW);
  const direct = () => addressSchema.parse(sending.channel.direct(person).address);
  const standing = () => teams.standing(person.conversationId).map(({ activity }) => activity.text);

  beforeEach(async () => {
    await database.pools.owner.query('TRUNCATE teams_reference');
    sending = sendingTo(teams, database);
    person = teams.person(`person-${++count}`);
    const { tenantId, userId, conversationId, memberId } = person;
    address = { tenantId, userId, conversationId, memberId, serviceUrl: teams.serviceUrl, botId: `28:${teams.appId}` };
    teams.calls.splice(0);
  });

  it('answers in the personal chat that the person wrote in, before any reference is stored', async () => {
    expect(await send()).toEqual({
      ...{ serviceUrl: teams.serviceUrl, conversationId: person.conversationId },
      activityId: teams.standing(person.conversationId)[0]!.id,
    });
  });

  it('finds somebody by their reference when nothing else is known', async () => {
    await sending.references.seen(address, sending.clock.now());
    await send(direct());
    expect(standing()).toEqual(['Hello']);
    expect(teams.callsOf('create')).toEqual([]);
  });

  it('opens a personal chat with somebody who was only seen elsewhere, once', async () => {
    const { conversationId: _, ...seen } = address;
    await sending.references.seen(seen, sending.clock.now());
    await send(direct());
    await send(direct());
    expect(standing()).toEqual(['Hello', 'Hello']);
    expect(teams.callsOf('create')).toHaveLength(1);
  });

  it('opens one with somebody never seen, where their tenant is known', async () => {
    const colleague = teams.person(`colleague-${count}`);
    await sending.references.seen({ ...address, ...colleague }, sending.clock.now());
    await send(direct());
    expect(standing()).toEqual(['Hello']);
    expect(teams.callsOf('create')[0]!.body).toMatchObject({ members: [{ id: person.userId }], isGroup: false });
  });

  it('says that there is no personal chat where nobody knows how to reach the tenant, or Teams refuses one', async () => {
    const none = { code: 'not_found', reason: 'teams.no_personal_chat' };
    expect(await failure(send(direct()))).toMatchObject(none);
    expect(teams.calls).toEqual([]);
    person.installed = false;
    expect(await failure(send({ ...direct(), serviceUrl: teams.serviceUrl }))).toMatchObject(none);
  });

  it('tries again later where opening one fails for now', async () => {
    teams.status('create', 502);
    const to = { ...direct(), serviceUrl: teams.serviceUrl };
    expect(await failure(send(to))).toMatchObject({ code: 'unavailable' });
    await send(to);
    expect(standing()).toEqual(['Hello']);
  });

  it('ends the reference of somebody who removed the app, and asks Teams no more', async () => {
    await sending.references.seen(address, sending.clock.now());
    person.installed = false;
    expect(await failure(send(direct()))).toMatchObject({
      code: 'forbidden',
      reason: 'teams.BotNotInConversationRoster',
    });
    expect(await sending.references.find(person.tenantId, person.userId)).toMatchObject({
      endedAt: sending.clock.now(),
    });
    teams.calls.splice(0);
    expect(await failure(send(direct()))).toMatchObject({ code: 'not_found', reason: 'teams.no_personal_chat' });
    expect(teams.calls).toEqual([]);
  });

  it('answers somebody who came back and wrote, before their reference is stored again', async () => {
    await sending.references.seen(address, sending.clock.now());
    await sending.references.end(person.tenantId, person.userId, sending.clock.now());
    await send();
    expect(standing()).toEqual(['Hello']);
    await send(direct());
    expect(standing()).toHaveLength(2);
  });

  it('goes where somebody wrote from when they are not found where they were', async () => {
    await sending.references.seen({ ...address, conversationId: 'a:old' }, sending.clock.now());
    await send();
    expect(standing()).toEqual(['Hello']);
    expect(await sending.references.find(person.tenantId, person.userId)).toMatchObject(address);
  });

  it('does not end a reference for what passes', async () => {
    await sending.references.seen(address, sending.clock.now());
    for (const status of [412, 429, 502, 504]) {
      teams.status('send', status);
      expect(await failure(send())).toMatchObject({ code: 'unavailable' });
    }
    expect(await sending.references.find(person.tenantId, person.userId)).toEqual(address);
  });

  it('changes a message where it stands', async () => {
    const posted = await send(address, card('Approve?'));
    await sending.channel.update({ ...address }, posted, card('Approved by Maria'), HOW);
    const [message, ...others] = teams.standing(person.conversationId);
    expect(others).toEqual([]);
    expect(message).toMatchObject({ updates: 1, activity: { summary: 'Approved by Maria' } });
  });

  it('says of a message that is not there that it is not, and leaves the reference', async () => {
    await sending.references.seen(address, sending.clock.now());
    const posted = await send();
    await sending.connector.remove({ ...address, ...person, serviceUrl: teams.serviceUrl }, String(posted.activityId));
    const update = sending.channel.update({ ...address }, posted, words('Changed'), HOW);
    expect(await failure(update)).toMatchObject({ code: 'not_found' });
    expect(await sending.references.find(person.tenantId, person.userId)).toEqual(address);
  });

  it('ends the reference also when a message can be changed no more since the app is gone', async () => {
    await sending.references.seen(address, sending.clock.now());
    const posted = await send();
    person.installed = false;
    expect(await failure(sending.channel.update({ ...address }, posted, words('Changed'), HOW))).toMatchObject({
      code: 'forbidden',
    });
    expect(await sending.references.find(person.tenantId, person.userId)).toMatchObject({ endedAt: expect.any(Date) });
  });

  it('sends a message with its files together or not yet', async () => {
    const files = [1, 2, 3].map((n) => ({ id: `f${n}`, name: `${n}.pdf`, type: 'application/pdf', size: 10 }));
    const reply = { ...words('Here they are'), files };
    await send();
    await send(address, reply);
    expect(await failure(send(address, reply))).toMatchObject({ details: { paced: true } });
    expect(standing().filter((text) => text === 'Here they are')).toHaveLength(1);
  });

  it('names the conversation by tenant and person', () => {
    const { conversation, address: to } = sending.channel.direct({ tenantId: 't', userId: 'u' });
    expect({ conversation, to }).toEqual({ conversation: 'teams:t:u', to: { tenantId: 't', userId: 'u' } });
  });
});

describe('a profile in Teams', () => {
  let count = 0;
  const sending = sendingTo(teams, database);
  async function profileOf(more: Record<string, unknown>) {
    const person = teams.person(`profile-${++count}`, more);
    await sending.references.seen({ ...person, serviceUrl: teams.serviceUrl }, sending.clock.now());
    return sending.channel.profile!(person);
  }

  it('is a member’s with the name and the userPrincipalName in lower case', async () => {
    const more = { name: 'Jan  Nowak', userPrincipalName: 'Jan.Nowak@Tenant-A.example' };
    expect(await profileOf(more)).toEqual({ kind: 'member', name: 'Jan Nowak', email: 'jan.nowak@tenant-a.example' });
  });

  it('takes no other e-mail than the userPrincipalName', async () => {
    const more = { userPrincipalName: 'jan', email: 'boss@tenant-a.example', mail: 'boss@tenant-a.example' };
    expect(await profileOf(more)).toEqual({ kind: 'member', name: expect.any(String) });
  });

  it.each([
    ['whose role says so', { userRole: 'guest' }, 'guest'],
    ['whose userPrincipalName says so', { userPrincipalName: 'jan_x.example#EXT#@tenant-a.example' }, 'guest'],
    ['who is in no directory', { userRole: 'anonymous' }, 'stranger'],
  ])('has no e-mail of somebody %s', async (_, more, kind) => {
    const profile = await profileOf(more);
    expect(profile).toMatchObject({ kind });
    expect(profile.email).toBeUndefined();
  });

  it('is a stranger’s where the roster has another tenant, another person, or nobody', async () => {
    const member = (answer: object) => ({ ...sending.connector, member: async () => ({ id: '29:x', ...answer }) });
    const person = teams.person('stranger');
    await sending.references.seen({ ...person, serviceUrl: teams.serviceUrl }, sending.clock.now());
    const right = { aadObjectId: 'stranger', tenantId: 'tenant-a', userPrincipalName: 'a@b.example' };
    const kindOf = async (answer: object) =>
      (await profileIn({ connector: member(answer), chats: sending.chats }, person)).kind;
    expect(await kindOf(right)).toBe('member');
    expect(await kindOf({ ...right, tenantId: 'tenant-b' })).toBe('stranger');
    expect(await kindOf({ ...right, tenantId: undefined })).toBe('stranger');
    expect(await kindOf({ ...right, aadObjectId: 'somebody-else' })).toBe('stranger');
    expect(await kindOf({ ...right, id: '28:bot' })).toBe('bot');
    teams.status('member', 404, 'MemberNotFoundInConversation');
    expect(await sending.channel.profile!(person)).toEqual({ kind: 'stranger' });
  });

  it('is unavailable while Teams is', async () => {
    const person = teams.person('away');
    await sending.references.seen({ ...person, serviceUrl: teams.serviceUrl }, sending.clock.now());
    teams.status('member', 503);
    expect(await failure(sending.channel.profile!(person))).toMatchObject({ code: 'unavailable' });
  });
});
