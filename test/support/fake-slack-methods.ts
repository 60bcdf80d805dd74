import type { HomeView, KnownBlock, ModalView } from '@slack/types';
import { assertBlocks } from '../../src/channels/slack/assert.ts';
import { assertView } from '../../src/channels/slack/assert-view.ts';
import type { FakeMessage, FakeTeam } from './fake-slack-team.ts';

/** What a call's body holds, JSON parsed where a parameter is JSON. */
export type Args = Readonly<Record<string, unknown>>;
type Answer = Record<string, unknown>;

/** Says no as Slack does: 200 with `ok: false` and this name. */
export class SlackRefusal extends Error {}

const refuse = (error: string): never => {
  throw new SlackRefusal(error);
};

const str = (args: Args, name: string): string => {
  const value = args[name];
  return typeof value === 'string' && value !== '' ? value : refuse('invalid_arguments');
};

/** What a message must be, wherever it goes: a text of its own, blocks within the limits. */
function checkMessage({ text, blocks }: Args): { text: string; blocks?: KnownBlock[] } {
  if (typeof text !== 'string' || text.trim() === '') throw new Error('a message without a text');
  if (blocks === undefined) return { text };
  assertBlocks({ text, blocks: blocks as KnownBlock[] });
  return { text, blocks: blocks as KnownBlock[] };
}

function checkUnlinked(args: Args): void {
  if (args.link_names === 'true' || args.parse === 'full') throw new Error('names in a message would become mentions');
}

function open(team: FakeTeam, id: string) {
  const channel = team.channels.get(id) ?? refuse('channel_not_found');
  return channel.archived ? refuse('is_archived') : channel;
}

const thread = (args: Args) => (args.thread_ts ? { threadTs: str(args, 'thread_ts') } : {});

function post(team: FakeTeam, args: Args, to?: string): FakeMessage {
  checkUnlinked(args);
  const message: FakeMessage = {
    ts: team.ts(),
    channel: str(args, 'channel'),
    ...checkMessage(args),
    ...thread(args),
    ...(args.metadata ? { metadata: args.metadata as NonNullable<FakeMessage['metadata']> } : {}),
    ...(to && { to }),
  };
  team.messages.push(message);
  return message;
}

function modal(team: FakeTeam, view: ModalView, id: string): Answer {
  const hash = team.next('hash');
  team.modals.set(id, { view, hash });
  return { view: { ...view, id, hash, team_id: team.teamId } };
}

function checked<V extends ModalView | HomeView>(args: Args): V {
  assertView(args.view as V);
  return args.view as V;
}

/** The Web API methods we use, each as Slack documents it (docs.slack.dev/reference/methods). */
export const METHODS: Readonly<Record<string, (team: FakeTeam, args: Args, origin: string) => Answer>> = {
  'auth.test': ({ teamId }) => ({
    team_id: teamId,
    user_id: `UBOT${teamId}`,
    bot_id: `B${teamId}`,
    team: `Team ${teamId}`,
  }),

  'chat.postMessage'(team, args) {
    open(team, str(args, 'channel'));
    if (args.unfurl_links !== 'false' || args.unfurl_media !== 'false') throw new Error('a message would unfurl links');
    const { ts, channel, text } = post(team, args);
    return { ts, channel, message: { text } };
  },

  'chat.postEphemeral'(team, args) {
    const { members } = open(team, str(args, 'channel'));
    const to = str(args, 'user');
    if (!members.has(to)) refuse('user_not_in_channel');
    return { message_ts: post(team, args, to).ts };
  },

  'chat.update'(team, args) {
    open(team, str(args, 'channel'));
    checkUnlinked(args);
    const message = team.messages.find(({ ts, channel, to }) => ts === args.ts && channel === args.channel && !to);
    Object.assign(message ?? refuse('message_not_found'), checkMessage(args), { edited: true });
    return { ts: args.ts, channel: args.channel };
  },

  'conversations.open'(team, args) {
    const user = str(args, 'users');
    return team.users.has(user) ? { channel: { id: team.dm(user) } } : refuse('user_not_found');
  },

  'users.info'(team, args) {
    const id = str(args, 'user');
    const { name = id, email, locale = 'en-US', ...others } = team.users.get(id) ?? refuse('user_not_found');
    const profile = { real_name: name, display_name: '', ...(email && { email }) };
    const member = { deleted: false, is_bot: false, is_restricted: false, is_ultra_restricted: false };
    const user = { id, team_id: team.teamId, name, real_name: name, ...member, is_email_confirmed: true, profile };
    return { user: { ...user, ...(args.include_locale === 'true' && { locale }), ...others } };
  },

  'views.open'(team, args) {
    if (!team.triggers.delete(str(args, 'trigger_id'))) refuse('expired_trigger_id');
    return modal(team, checked<ModalView>(args), team.next('V'));
  },

  'views.update'(team, args) {
    const id = str(args, 'view_id');
    const stands = team.modals.get(id) ?? refuse('not_found');
    if (args.hash && args.hash !== stands.hash) refuse('hash_conflict');
    return modal(team, checked<ModalView>(args), id);
  },

  'views.publish'(team, args) {
    const user = str(args, 'user_id');
    if (!team.users.has(user)) refuse('user_not_found');
    team.homes.set(user, checked<HomeView>(args));
    return { view: { ...(args.view as HomeView), id: `home-${user}` } };
  },

  'files.getUploadURLExternal'(team, args, origin) {
    const id = team.next('F');
    if (!(Number(args.length) > 0)) refuse('invalid_arguments');
    team.files.set(id, { id, name: str(args, 'filename'), bytes: Buffer.alloc(0) });
    return { file_id: id, upload_url: `${origin}/upload/${team.teamId}/${id}` };
  },

  'files.completeUploadExternal'(team, args) {
    const channel = str(args, 'channel_id');
    open(team, channel);
    const files = (args.files as { id: string }[]).map(({ id }) => team.files.get(id) ?? refuse('file_not_found'));
    if (files.some(({ bytes }) => bytes.length === 0)) refuse('file_update_failed');
    for (const file of files) Object.assign(file, { channel, ...thread(args) });
    return { files: files.map(({ id, name }) => ({ id, title: name })) };
  },

  'assistant.threads.setStatus'(team, args) {
    open(team, str(args, 'channel_id'));
    team.statuses.set(`${str(args, 'channel_id')}/${str(args, 'thread_ts')}`, String(args.status ?? ''));
    return {};
  },

  'assistant.threads.setSuggestedPrompts'(team, args) {
    const all = args.prompts as { title: string; message: string }[];
    if (all.length === 0 || all.length > 4) throw new Error('between one and four prompts can be suggested');
    open(team, str(args, 'channel_id'));
    team.prompts.set([args.channel_id, args.thread_ts].filter(Boolean).join('/'), all);
    return {};
  },
};

/** A post to a `response_url`: changes or deletes the message that was pressed, or says something more to the person. */
export function respond(team: FakeTeam, hookId: string, body: Args): number {
  const hook = team.hooks.get(hookId);
  if (!hook || hook.left-- <= 0) return 404;
  const at = team.messages.findIndex(({ ts }) => ts === hook.ts);
  const stands = team.messages[at];
  if (body.delete_original) {
    if (stands) team.messages.splice(at, 1);
    return 200;
  }
  const said = checkMessage(body);
  if (body.replace_original && stands) Object.assign(stands, said, { edited: true });
  else {
    const to = body.response_type === 'in_channel' ? undefined : hook.to;
    team.messages.push({ ts: team.ts(), channel: hook.channel, ...said, ...(to && { to }) });
  }
  return 200;
}
