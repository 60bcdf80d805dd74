import { randomUUID } from 'node:crypto';
import { SEARCH } from '../../src/channels/teams/manifest.ts';
import type { Reply } from '../../src/kit/card.ts';
import type { FakeTeams } from '../support/fake-teams.ts';
import { teamsActivities } from '../support/teams-activities.ts';
import type { CardDesk } from './card-desk.ts';
import { ANNA, command, edit, envelope, mention, message, shortcut, submission, TEAM } from './slack-receive/bodies.ts';
import { request } from './slack-receive/service.ts';

/** What Anna can do with words of her own, by the place she does it in; each resolves once all of it is answered. */
export async function waysOf(desk: CardDesk, teams: FakeTeams) {
  const { address, account, clock, person } = desk;
  const activities = teamsActivities(teams);
  const user = account.email('anna');
  const session = await fetch(`${address}/web/session`);
  const { token } = (await session.json()) as { token: string };
  const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? '';
  const web = { 'content-type': 'application/json', origin: address, cookie, 'x-csrf-token': token };
  let count = 0;
  const stamp = () => `${Math.floor(clock.now().getTime() / 1000)}.${String(++count).padStart(6, '0')}`;
  const at = () => ({ timestamp: clock.now().toISOString() });

  async function done(answer: Response): Promise<string> {
    const said = await answer.text();
    if (!answer.ok) throw new Error(`${answer.status}: ${said}`);
    await desk.settle();
    clock.move(2_000);
    return said;
  }
  async function toSlack(sent: object): Promise<string> {
    const { body, ...headers } = request(sent, clock.now());
    return done(await fetch(`${address}/slack/events`, { method: 'POST', headers, body }));
  }
  const toTeams = async (activity: object) => done(await teams.post(`${address}/api/messages`, activity));
  const toWeb = async (what: object) => {
    const body = JSON.stringify({ user, key: randomUUID(), ...what });
    return done(await fetch(`${address}/web/say`, { method: 'POST', headers: web, body }));
  };

  /** The press of the form that was shown last, and the names of its text fields. */
  async function form(channel: string): Promise<{ press: string; fields: string[] }> {
    const { rows } = await account.sql.query<{ reply: Reply<string> }>(
      `SELECT reply FROM outbox WHERE starts_with(conversation, $1) AND replaces IS NULL ORDER BY seq DESC LIMIT 1`,
      [`${channel}:`],
    );
    const block = rows[0]?.reply.card?.blocks.find(({ type }) => type === 'form');
    if (block?.type !== 'form') throw new Error(`no form: ${rows[0]?.reply.text}`);
    return { press: block.submit.action, fields: block.fields.map(({ name }) => name) };
  }
  const all = (fields: readonly string[], text: string) => Object.fromEntries(fields.map((name) => [name, text]));

  const say = {
    slack: (text: string) => toSlack(message(text, { ts: stamp() }, { event_id: randomUUID() })),
    teams: (text: string) => toTeams(activities.message(person, text, at())),
    web: (text: string) => toWeb({ text }),
  };
  const submit = {
    async slack(text: string) {
      const { press, fields } = await form('slack');
      const values = Object.fromEntries(fields.map((name) => [name, { [name]: { value: text } }]));
      return toSlack(submission(values, { trigger_id: `t${++count}` }, { private_metadata: `${press}@dm` }));
    },
    async teams(text: string) {
      const { press, fields } = await form('teams');
      return toTeams(activities.press(person, press, all(fields, text), at()));
    },
    async web(text: string) {
      const { press, fields } = await form('web');
      return toWeb({ press, values: all(fields, text) });
    },
  };
  const wish = (value: string) =>
    toSlack({
      ...{ type: 'block_actions', user: { id: ANNA, team_id: TEAM }, team: { id: TEAM }, trigger_id: `t${++count}` },
      actions: [{ type: 'button', action_id: 'wish:0', value, action_ts: stamp() }],
    });
  const group = '19:group@thread.v2';
  teams.group(group, [person]);

  return {
    say,
    submit,
    slack: {
      mention: (text: string) => toSlack(mention(`<@U0BOT> ${text}`, { ts: stamp() })),
      command: (text: string) => toSlack(command(text, { trigger_id: `t${++count}` })),
      shortcut: (text: string) => toSlack(shortcut({ text }, { trigger_id: `t${++count}`, action_ts: stamp() })),
      async edit(text: string) {
        const ts = stamp();
        await toSlack(message('show my invoices', { ts }));
        return toSlack(
          edit('show my invoices', text, { ts, edited: { user: ANNA, ts: stamp() } }, { channel: 'D0ANNA' }),
        );
      },
      file: (text: string) =>
        toSlack(
          message('here you are', {
            ts: stamp(),
            subtype: 'file_share',
            files: [{ id: 'F1', name: `${text}.pdf`, title: text }],
          }),
        ),
      async removed(text: string) {
        const ts = stamp();
        await toSlack(message(text, { ts }));
        const gone = { type: 'message', user: ANNA, text, ts };
        return toSlack(
          envelope({
            ...{ type: 'message', subtype: 'message_deleted', channel: 'D0ANNA', channel_type: 'im' },
            ...{ previous_message: gone, deleted_ts: ts, ts: stamp(), event_ts: stamp() },
          }),
        );
      },
      wish: (text: string) => wish(JSON.stringify({ intent: 'help.ask', slots: { question: text } })),
      brokenWish: (text: string) => wish(`{"intent": ${text}`),
    },
    teams: {
      group: (text: string) => toTeams(activities.inGroup(person, group, text, at())),
      quoting: (text: string) =>
        toTeams(
          activities.message(person, text, {
            ...at(),
            attachments: [
              {
                contentType: 'text/html',
                content: `<blockquote itemtype="http://schema.skype.com/Reply"><p>${text}</p></blockquote><p>${text}</p>`,
              },
            ],
          }),
        ),
      async edit(text: string) {
        const first = activities.message(person, 'show my invoices', at());
        await toTeams(first);
        return toTeams(activities.edit(person, first.id, text, at()));
      },
      file: (text: string) =>
        toTeams(
          activities.message(person, 'here you are', {
            ...at(),
            attachments: [
              { contentType: 'application/vnd.microsoft.teams.file.download.info', name: `${text}.pdf`, content: {} },
            ],
          }),
        ),
      search: (text: string) => {
        const parameters = [{ name: SEARCH.parameter, value: text }];
        return toTeams(activities.extension(person, 'query', { commandId: SEARCH.command, parameters }, at()));
      },
    },
  };
}

export type Ways = Awaited<ReturnType<typeof waysOf>>;
