import type { ModalView } from '@slack/types';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { formHandlers } from '../../src/channels/slack/views/handlers.ts';
import type { Event } from '../../src/conversation/event.ts';
import type { Forms, OpenForm } from '../../src/conversation/forms.ts';
import { CodedError } from '../../src/lib/errors.ts';
import { createLogger } from '../../src/lib/logger.ts';
import { fakeSlack } from '../support/fake-slack.ts';
import { ANNA, press, submission, TEAM } from './slack-receive/bodies.ts';
import { service } from './slack-receive/service.ts';
import { sendingTo } from './slack-sending.ts';

const slack = await fakeSlack();
const team = slack.team(TEAM);

const FORM: OpenForm = {
  locale: 'en',
  title: 'Invite a colleague',
  intro: 'Whom would you like to invite?',
  fields: [
    { name: 'email', label: 'E-mail', kind: 'email', required: true },
    { name: 'name', label: 'Name', kind: 'text', required: true, value: 'Jan' },
  ],
  submit: 'Continue',
};
/** More than a modal has blocks for. */
const TOO_MANY = Array.from({ length: 101 }, (_, i) => ({ name: `f${i}`, label: 'F', kind: 'text' as const }));
const PLACE = 'p-1@C0SALES/1767225500.000900';
const VALUES = {
  email: { email: { type: 'email_text_input', value: 'jan@acme.example' } },
  name: { name: { type: 'plain_text_input', value: 'Jan Nowak' } },
};

/** Receiving with forms as its modals, in front of a fake Slack; `said` is what became an event. */
function desk(forms: Partial<Forms> = {}) {
  const { api } = sendingTo(slack);
  const said = new Map<string, Event>();
  const handlers = formHandlers({
    forms: { open: async () => FORM, check: async () => ({}), ...forms },
    api,
    log: createLogger({ level: 'silent' }),
    conversations: {
      async receive(key, event) {
        if (said.has(key)) return false;
        said.set(key, event);
        return true;
      },
    },
  });
  const receiving = service(handlers);
  return {
    ...receiving,
    said: () => [...said.values()],
    /** Presses a form's button; Slack is answered before anything of the form is looked up. */
    opens: (more: object = {}, value = PLACE) =>
      receiving.post(press({ action_id: 'form:0', value }, { trigger_id: team.trigger(), ...more })),
    submits: (values: object = VALUES, metadata = PLACE, more: object = {}) =>
      receiving.post(submission(values, more, { private_metadata: metadata })),
  };
}

const shown = (): ModalView[] => [...team.modals.values()].map(({ view }) => view);
const seesModal = (): Promise<ModalView> => vi.waitFor(() => shown()[0] ?? expect.fail('no modal'));
const text = (view: ModalView | undefined): string => JSON.stringify(view?.blocks);

beforeEach(() => {
  team.modals.clear();
  team.triggers.clear();
  slack.calls.length = 0;
});

describe('a form’s button', () => {
  it('opens the form at once, with the place of its message, and takes nothing in', async () => {
    const { opens, said, events } = desk();
    expect(await opens()).toEqual({ status: 200 });
    expect(await seesModal()).toMatchObject({
      ...{ type: 'modal', callback_id: 'form', private_metadata: PLACE },
      ...{ title: { text: 'Invite a colleague' }, submit: { text: 'Continue' }, close: { text: 'Cancel' } },
      blocks: [
        { type: 'section', text: { text: FORM.intro } },
        { block_id: 'email', element: { type: 'email_text_input', action_id: 'email' } },
        { block_id: 'name', element: { initial_value: 'Jan' } },
      ],
    });
    expect(slack.calls.map(({ method }) => method)).toEqual(['views.open']);
    expect([...said(), ...events()]).toEqual([]);
  });

  it('opens a form of thirty choices as a list to pick from, with what is chosen already', async () => {
    const options = Array.from({ length: 30 }, (_, i) => ({ value: `v${i}`, label: `Choice ${i}` }));
    const several = { name: 'several', label: 'Several', kind: 'choices' as const, options, value: 'v3,v29' };
    const one = { name: 'one', label: 'One', kind: 'choice' as const, options, value: 'v7' };
    await desk({ open: async () => ({ ...FORM, fields: [several, one] }) }).opens();
    const chosen = (...values: string[]) => values.map((value) => ({ value }));
    expect((await seesModal()).blocks.slice(1)).toMatchObject([
      { element: { type: 'multi_static_select', options: { length: 30 }, initial_options: chosen('v3', 'v29') } },
      { element: { type: 'static_select', options: { length: 30 }, initial_option: { value: 'v7' } } },
    ]);
  });

  it('asks for the form of whoever pressed it', async () => {
    const open = vi.fn<Forms['open']>(async () => FORM);
    await desk({ open }).opens({ user: { id: 'U0JAN', team_id: TEAM } });
    await seesModal();
    expect(open.mock.calls).toEqual([['p-1', { channel: 'slack', tenantId: TEAM, userId: 'U0JAN' }]]);
  });

  it('opens before what it takes is looked up, and fills in then', async () => {
    const looked = Promise.withResolvers<OpenForm>();
    await desk({ open: () => looked.promise }).opens();
    expect(text(await vi.waitFor(seesModal, { timeout: 3000 }))).toContain('One moment… / Chwileczkę…');
    looked.resolve(FORM);
    await vi.waitFor(() => expect(text(shown()[0])).toContain(FORM.intro));
    expect(slack.calls.map(({ method }) => method)).toEqual(['views.open', 'views.update']);
    expect(team.modals.size).toBe(1);
  });

  it.each([
    ['is none of theirs, or over', async () => undefined, /no longer valid.*nieaktualny/],
    ['can’t be looked up', () => Promise.reject(new Error('down')), /could not be shown.*Nie udało się/],
    ['Slack would refuse', async () => ({ ...FORM, fields: TOO_MANY }), /could not be shown/],
  ])('says in both languages that nothing was changed, where the form %s', async (_why, open, words) => {
    await desk({ open }).opens();
    const view = await seesModal();
    expect(text(view)).toMatch(words);
    expect(text(view)).toMatch(/Nothing was changed.*Nic się nie zmieniło/);
    expect(view.submit).toBeUndefined();
  });

  it('shows nothing of a form to somebody of a connected workspace', async () => {
    const open = vi.fn<Forms['open']>(async () => FORM);
    const { opens, receiving } = desk({ open });
    await opens({ user: { id: 'U9EVIL', team_id: 'T9EVIL' } });
    await receiving.stop();
    expect(open.mock.calls).toEqual([]);
    expect(JSON.stringify(slack.callsOf('views.open'))).toContain('no longer valid');
  });

  it('tells the person where it could not be opened in time', async () => {
    const { opens, receiving, told } = desk();
    await opens({ trigger_id: 'long-ago' });
    await receiving.stop();
    expect(told()).toMatchObject([{ address: { userId: ANNA }, text: expect.stringContaining('nothing was done') }]);
  });

  it('says nothing to somebody who closed it while it was looked up', async () => {
    const looked = Promise.withResolvers<OpenForm>();
    const { opens, receiving, told } = desk({ open: () => looked.promise });
    await opens();
    await vi.waitFor(seesModal, { timeout: 3000 });
    team.modals.clear();
    looked.resolve(FORM);
    await receiving.stop();
    expect(told()).toEqual([]);
  });
});

describe('a form that is submitted', () => {
  it('becomes one event of whoever filled it in, where its button stood', async () => {
    const { submits, said } = desk();
    expect(await submits()).toEqual({ status: 200 });
    expect(said()).toEqual([
      {
        conversation: `slack:${TEAM}:${ANNA}:C0SALES/1767225500.000900`,
        user: { channel: 'slack', tenantId: TEAM, userId: ANNA },
        address: { teamId: TEAM, userId: ANNA, channelId: 'C0SALES', threadTs: '1767225500.000900' },
        shared: true,
        at: '2026-01-01T00:00:05.000Z',
        content: { type: 'press', press: 'p-1', values: { email: 'jan@acme.example', name: 'Jan Nowak' } },
      },
    ]);
  });

  it('changes nothing more when Slack sends it again', async () => {
    const { submits, said } = desk();
    await submits();
    expect(await submits()).toEqual({ status: 200 });
    expect(said()).toHaveLength(1);
  });

  it('stays open with what is wrong at each field, and is no event then', async () => {
    const check = vi.fn<Forms['check']>(async () => ({
      email: 'Not an address.',
      name: 'In letters.',
      other: 'Gone.',
    }));
    const { submits, said } = desk({ check });
    const { status, body } = await submits();
    expect([status, JSON.parse(String(body))]).toEqual([
      200,
      { response_action: 'errors', errors: { email: 'Not an address.', name: 'In letters.' } },
    ]);
    expect(said()).toEqual([]);
    const user = { channel: 'slack', tenantId: TEAM, userId: ANNA };
    expect(check.mock.calls).toEqual([['p-1', user, { email: 'jan@acme.example', name: 'Jan Nowak' }]]);
  });

  it('is taken in after it was corrected', async () => {
    const answers = [{ email: 'Not an address.' }, {}];
    const { submits, said } = desk({ check: async () => answers.shift() ?? {} });
    await submits(VALUES, PLACE, { trigger_id: 'first' });
    expect(await submits(VALUES, PLACE, { trigger_id: 'second' })).toEqual({ status: 200 });
    expect(said()).toHaveLength(1);
  });

  it('is left to its turn where it can’t be checked, or where what is wrong is no field of it', async () => {
    const broken = desk({ check: () => Promise.reject(new CodedError('unavailable', 'down')) });
    expect(await broken.submits()).toEqual({ status: 200 });
    const elsewhere = desk({ check: async () => ({ gone: 'No such field.' }) });
    expect(await elsewhere.submits()).toEqual({ status: 200 });
    expect([broken.said(), elsewhere.said()]).toMatchObject([{ length: 1 }, { length: 1 }]);
  });

  it('is left to its turn where checking takes too long', async () => {
    const { submits, said } = desk({ check: () => new Promise(() => undefined) });
    expect(await submits()).toEqual({ status: 200 });
    expect(said()).toHaveLength(1);
  });

  it.each(['', 'p-1', 'p-1@general', 'p-1@C0SALES@D0ANNA', '{"press":"p-1"}', `${'x'.repeat(65)}@dm`])(
    'under the forged metadata %j is refused, and nothing is done',
    async (metadata) => {
      const { submits, said } = desk();
      const { body } = await submits(VALUES, metadata);
      expect(String(body)).toContain('nothing was done');
      expect(said()).toEqual([]);
    },
  );

  it('names no conversation of anybody else’s, whatever its metadata says', async () => {
    const { submits, said } = desk();
    await submits(VALUES, 'another-ones@C0BOARD');
    expect(said()[0]).toMatchObject({ conversation: `slack:${TEAM}:${ANNA}:C0BOARD`, user: { userId: ANNA } });
  });

  it('by somebody of a connected workspace is looked up nowhere and answered as a stranger’s', async () => {
    const check = vi.fn<Forms['check']>(async () => ({ email: 'Known already.' }));
    const { submits, said } = desk({ check });
    await submits(VALUES, PLACE, { user: { id: 'U9EVIL', team_id: 'T9EVIL' } });
    expect(said()).toMatchObject([{ stranger: true }]);
    expect(check).not.toHaveBeenCalled();
  });
});
