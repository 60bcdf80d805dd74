import { describe, expect, it } from 'vitest';
import { MAX_TEXT } from '../../../src/conversation/event.ts';
import { activities, addressOf, anna, service } from './service.ts';

const { press, refresh, extension, consent, place } = activities;
const MESSAGE = 'application/vnd.microsoft.activity.message';
const GROUP = '19:meeting@thread.v2';
const inGroup = place(GROUP, anna);
const { conversationId: _personal, ...elsewhere } = addressOf(anna);
/** Of the consumers' Teams, without an account in any directory. */
const nobody = { from: { id: '29:x', name: 'X' } };

const said = (value: unknown) => ({ status: 200, body: { statusCode: 200, type: MESSAGE, value } });

describe('a press', () => {
  it('is taken in under its own name, and answered at once in the person’s language', async () => {
    const { post, inbox, told } = service();
    const sent = press(anna, 'p-1', {}, { locale: 'pl-PL' });
    expect(await post(sent)).toEqual(said('Już się tym zajmuję…'));
    expect([...inbox]).toEqual([
      [
        `teams:tenant-a:${anna.conversationId}:${sent.id}`,
        expect.objectContaining({
          ...{ conversation: 'teams:tenant-a:anna', address: addressOf(anna), shared: false, profileLocale: 'pl' },
          ...{ at: '2026-01-01T00:00:00.123Z', content: { type: 'press', press: 'p-1' } },
        }),
      ],
    ]);
    expect(await told('seen')).toEqual([addressOf(anna)]);
    expect(await told('working')).toEqual([]);
  });

  it('brings what stood in the card’s inputs, and nothing that Teams adds', async () => {
    const { post, events } = service();
    const values = { email: 'jan@acme.example', roles: 'finance,technical', note: '' };
    await post(press(anna, 'p-1', { ...values, msteams: { feedback: true }, ['x'.repeat(65)]: 'y', count: 3 }));
    expect(events()[0]?.content).toEqual({ type: 'press', press: 'p-1', values });
  });

  it('that is repeated is one, and answered the same', async () => {
    const { post, inbox, told } = service();
    const sent = press(anna, 'p-1');
    const answers = [await post(sent), await post(sent)];
    expect(answers[0]).toEqual(answers[1]);
    expect([inbox.size, (await told('seen')).length]).toEqual([1, 1]);
  });

  it('pressed twice is two: what a second one comes to, the conversation decides', async () => {
    const { post, inbox } = service();
    await post(press(anna, 'p-1'));
    await post(press(anna, 'p-1'));
    expect(inbox.size).toBe(2);
  });

  it('where others read along is served in the personal chat, and says so to whoever pressed', async () => {
    const { post, events, told } = service();
    const answer = await post(press(anna, 'p-1', {}, inGroup));
    expect(answer).toEqual(said('The answer comes in your personal chat with this app, where only you see it.'));
    expect(events()[0]).toMatchObject({ conversation: 'teams:tenant-a:anna', address: elsewhere, shared: true });
    expect(await told('elsewhere')).toMatchObject([{ address: elsewhere, place: { scope: 'group' }, by: 'press' }]);
  });

  it.each<[string, object]>([
    ['of another verb', { value: { action: { verb: 'approve', data: { id: 'p-1' } } } }],
    ['without an id', { value: { action: { verb: 'press', data: {} } } }],
    ['with an id that is none', { value: { action: { verb: 'press', data: { id: 'p 1; DROP' } } } }],
    ['without data', { value: { action: { verb: 'press' } } }],
    ['without a value', { value: undefined }],
    ['with a value that is a text', { value: 'press' }],
  ])('%s is explained, never an error', async (_, more) => {
    const { post, inbox } = service();
    const answer = await post(press(anna, 'p-1', {}, more));
    expect(answer).toEqual(said(expect.stringMatching(/Nothing was changed; write what you need instead/)));
    expect(inbox.size).toBe(0);
  });

  it('with a field nobody could keep says so, and does nothing', async () => {
    const { post, inbox } = service();
    const answer = await post(press(anna, 'p-1', { reason: 'x'.repeat(MAX_TEXT + 1) }));
    expect(answer).toEqual(said(expect.stringMatching(/nothing was done\. Please shorten it/)));
    expect(inbox.size).toBe(0);
    await post(press(anna, 'p-1', { reason: 'x'.repeat(MAX_TEXT) }));
    expect(inbox.size).toBe(1);
  });

  it('of somebody without an account here does nothing, and says so in both languages', async () => {
    const { post, inbox } = service();
    const answer = await post(press(anna, 'p-1', {}, { ...nobody, locale: 'fr-FR' }));
    expect(answer).toEqual(said(expect.stringMatching(/Nothing was done\.\n\n.*Nic nie zostało zrobione\./)));
    expect(inbox.size).toBe(0);
  });

  it('of a stranger is taken in as a stranger’s', async () => {
    const { post, events } = service();
    await post(press(anna, 'p-1', {}, { from: { id: '29:x', aadObjectId: 'x', tenantId: 'tenant-b' } }));
    expect(events()[0]).toMatchObject({ stranger: true, user: { tenantId: 'tenant-a', userId: 'x' } });
  });

  it('that cannot be taken in says that nothing was done', async () => {
    const { post } = service({ receive: () => Promise.reject(new Error('no database')) });
    expect(await post(press(anna, 'p-1'))).toEqual(said(expect.stringMatching(/so nothing was done/)));
  });
});

describe('a card that asks for its current form', () => {
  it('gets it as its answer, and nothing is taken in', async () => {
    const { post, inbox, told } = service({ refresh: async () => ({ type: 'AdaptiveCard' }) });
    const type = 'application/vnd.microsoft.card.adaptive';
    const answer = await post(refresh(anna, { about: 'payment' }, 'automatic', inGroup));
    expect(answer).toEqual({ status: 200, body: { statusCode: 200, type, value: { type: 'AdaptiveCard' } } });
    expect([inbox.size, await told('seen')]).toEqual([0, []]);
  });

  it('is asked for with who looks, which card, and what it was made with', async () => {
    const { post, told } = service();
    const sent = refresh(anna, { about: 'payment' }, 'manual', inGroup);
    await post(sent);
    expect(await told('refresh')).toMatchObject([
      {
        ...{ address: elsewhere, place: { conversationId: GROUP }, stranger: false, locale: 'en' },
        ...{ activityId: sent.replyToId, data: { about: 'payment' } },
      },
    ]);
  });

  it('stays as it is where that fails; only who asked is told', async () => {
    const { post } = service({ refresh: () => Promise.reject(new Error('no database')) });
    expect(await post(refresh(anna, {}))).toMatchObject({
      ...{ status: 200, body: { statusCode: 500, type: 'application/vnd.microsoft.error', value: { code: 'busy' } } },
    });
    expect(await post(refresh(anna, {}, 'manual'))).toEqual(said(expect.stringMatching(/nothing was done/)));
    expect(await post(refresh(anna, {}, 'automatic', nobody))).toMatchObject({
      body: { value: { code: 'not_for_you' } },
    });
  });
});

describe('the message extension', () => {
  it('is answered by what is found, without anything taken in', async () => {
    const { post, inbox, told } = service();
    const value = { commandId: 'invoices', parameters: [{ name: 'number', value: '123' }] };
    expect(await post(extension(anna, 'query', value, inGroup))).toEqual({ status: 200, body: { of: 'search' } });
    expect(await told('search')).toMatchObject([
      { name: 'query', value, address: elsewhere, place: { conversationId: GROUP }, stranger: false, locale: 'en' },
    ]);
    expect(inbox.size).toBe(0);
  });

  it('says it in its own way where that fails', async () => {
    const { post } = service({ search: () => Promise.reject(new Error('no database')) });
    const busy = expect.stringMatching(/nothing was done/);
    const result = { composeExtension: { type: 'message', text: busy } };
    const dialog = { task: { type: 'message', value: busy } };
    expect(await post(extension(anna, 'query', {}))).toEqual({ status: 200, body: result });
    expect(await post(extension(anna, 'submitAction', {}))).toEqual({ status: 200, body: dialog });
  });

  it('has nothing for somebody without an account here', async () => {
    const { post, told } = service();
    const text = expect.stringMatching(/Only people of the organization/);
    expect(await post(extension(anna, 'query', {}, nobody))).toEqual({
      ...{ status: 200, body: { composeExtension: { type: 'message', text } } },
    });
    expect(await told('search')).toEqual([]);
  });
});

describe('the consent to a file', () => {
  it('is answered at once; the file follows', async () => {
    const { post, told } = service();
    const sent = consent(anna, 'accept', { file: 'f-1' }, 'https://upload.example/session?token=1');
    expect(await post(sent)).toEqual({ status: 200 });
    expect(await told('fileConsent')).toEqual([
      {
        ...{ address: addressOf(anna), stranger: false, locale: 'en', at: new Date('2026-01-01T00:00:00.123Z') },
        ...{ key: `teams:tenant-a:${anna.conversationId}:${sent.id}`, activityId: sent.replyToId },
        context: { file: 'f-1' },
        upload: {
          url: 'https://upload.example/session?token=1',
          contentUrl: 'https://files.example/documents/invoice.pdf',
          ...{ name: 'invoice.pdf', uniqueId: '1150D938', fileType: 'pdf' },
        },
      },
    ]);
  });

  it('that is refused has nowhere to put it', async () => {
    const { post, told } = service();
    expect(await post(consent(anna, 'decline', { file: 'f-1' }))).toEqual({ status: 200 });
    const [declined] = await told('fileConsent');
    expect(declined).toMatchObject({ context: { file: 'f-1' } });
    expect(declined).not.toHaveProperty('upload');
  });

  it('counts in the personal chat only', async () => {
    const { post, told } = service();
    const sent = consent(anna, 'accept', { file: 'f-1' }, 'https://upload.example/', inGroup);
    expect(await post(sent)).toEqual({ status: 200 });
    expect(await told('fileConsent')).toEqual([]);
  });

  it('of no readable form is malformed', async () => {
    const { post } = service();
    expect((await post(consent(anna, 'accept', {}, 'no address'))).status).toBe(400);
  });
});

it('an invoke that is none of ours is said to be that', async () => {
  const { post, calls } = service();
  expect(await post(press(anna, 'p-1', {}, { name: 'signin/verifyState' }))).toEqual({ status: 501 });
  expect(calls).toEqual([]);
});
