import { describe, expect, it } from 'vitest';
import { CodedError } from '../../../src/lib/errors.ts';
import { activities, addressOf, anna, service } from './service.ts';

const { installation, added, removedFrom, place, bot } = activities;
const GROUP = '19:meeting@thread.v2';
const at = new Date('2026-01-01T00:00:00.123Z');
const { conversationId: _personal, ...elsewhere } = addressOf(anna);

describe('the app', () => {
  it.each<[string, object, object]>([
    ['installed by a person', installation(anna, 'add', { locale: 'pl-PL' }), { locale: 'pl' }],
    ['added to the personal chat', added(anna), {}],
  ])('%s is told with where to welcome them', async (_, activity, locale) => {
    const { post, calls } = service();
    expect(await post(activity)).toEqual({ status: 200 });
    expect(calls).toEqual([['installed', expect.objectContaining({ address: addressOf(anna), at, ...locale })]]);
  });

  it('added to a group chat is told with the place, which is nobody’s personal chat', async () => {
    const { post, calls } = service();
    await post(added(anna, [bot], place(GROUP, anna)));
    const at = { scope: 'group', tenantId: 'tenant-a', conversationId: GROUP };
    expect(calls).toEqual([
      ['installed', expect.objectContaining({ address: elsewhere, place: expect.objectContaining(at) })],
    ]);
  });

  it('taken away is told, from a person and from a group', async () => {
    const { post, calls } = service();
    await post(installation(anna, 'remove'));
    await post(removedFrom(anna, GROUP));
    expect(calls).toEqual([
      ['removed', expect.objectContaining({ address: addressOf(anna), at })],
      [
        'removed',
        expect.objectContaining({ address: elsewhere, place: expect.objectContaining({ conversationId: GROUP }) }),
      ],
    ]);
  });

  it('is told of before Teams is answered, and again where that failed', async () => {
    const failing = { installed: () => Promise.reject(new CodedError('unavailable', 'database')) };
    const { post } = service(failing);
    expect(await post(installation(anna, 'add'))).toEqual({
      ...{ status: 503, body: { error: { code: 'unavailable', reason: 'teams.not_taken' } } },
    });
  });

  it.each<[string, object]>([
    ['a new version of it', installation(anna, 'add-upgrade')],
    ['an old version of it that goes', installation(anna, 'remove-upgrade')],
    ['other members who come', added(anna, [{ id: '29:jan' }], place(GROUP, anna))],
    ['other members who go', removedFrom(anna, GROUP, [{ id: '29:jan' }])],
    ['a channel with another name', { ...added(anna), membersAdded: undefined, topicName: 'Sales' }],
    ['an installation by nobody', installation(anna, 'add', { from: { id: bot.id } })],
  ])('is not concerned by %s', async (_, activity) => {
    const { post, calls } = service();
    expect(await post(activity)).toEqual({ status: 200 });
    expect(calls).toEqual([]);
  });
});
