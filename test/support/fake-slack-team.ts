import type { HomeView, KnownBlock, ModalView } from '@slack/types';

/** A message that stands in a channel; with `to`, an ephemeral one, which that person alone sees. */
export interface FakeMessage {
  ts: string;
  channel: string;
  text: string;
  blocks?: KnownBlock[];
  threadTs?: string;
  metadata?: { event_type: string; event_payload: Record<string, unknown> };
  to?: string;
  edited?: true;
}

export interface FakeFile {
  id: string;
  name: string;
  bytes: Buffer;
  /** Absent while its upload is not completed. */
  channel?: string;
  threadTs?: string;
}

/** What users.info says about a person, as far as it differs from a confirmed full member's. */
export interface FakeProfile {
  name?: string;
  email?: string;
  locale?: string;
  [field: string]: unknown;
}

interface FakeChannel {
  members: Set<string>;
  archived: boolean;
  /** Of direct messages: whom with. */
  dm?: string;
}

/** One workspace with the app installed; its token is `xoxb-<team id>` until `token` is changed. */
export function fakeTeam(teamId: string, origin: string) {
  let count = 0;
  const next = (prefix: string) => `${prefix}${teamId.slice(1)}${++count}`;
  const users = new Map<string, FakeProfile>();
  const channels = new Map<string, FakeChannel>();
  const messages: FakeMessage[] = [];
  const files = new Map<string, FakeFile>();
  const homes = new Map<string, HomeView>();
  const modals = new Map<string, { view: ModalView; hash: string }>();
  const statuses = new Map<string, string>();
  const prompts = new Map<string, { title: string; message: string }[]>();
  const hooks = new Map<string, { channel: string; to?: string; ts: string; left: number }>();
  const triggers = new Set<string>();

  const dm = (user: string): string => {
    const found = [...channels].find(([, channel]) => channel.dm === user);
    if (found) return found[0];
    const id = next('D');
    channels.set(id, { members: new Set([user]), archived: false, dm: user });
    return id;
  };

  return {
    teamId,
    token: `xoxb-${teamId}`,
    users,
    channels,
    messages,
    files,
    homes,
    modals,
    statuses,
    prompts,
    hooks,
    triggers,
    next,
    /** A moment of the workspace's own clock: each is later than the one before. */
    ts: () => `1793700000.${String(++count).padStart(6, '0')}`,
    /** Adds a person, a confirmed full member unless told otherwise; resolves names for users.info. */
    user(id: string, profile: FakeProfile = {}): string {
      users.set(id, profile);
      return id;
    },
    /** Adds a channel that the app is in, with these people. */
    channel(id: string, members: readonly string[]): string {
      channels.set(id, { members: new Set(members), archived: false });
      return id;
    },
    /** The direct messages of the app with a person. */
    dm,
    /** What stands in a channel, ephemeral messages left out. */
    standing: (channel: string) => messages.filter((one) => one.channel === channel && !one.to),
    /** What a person sees there that nobody else does. */
    ephemerals: (channel: string, user: string) => messages.filter((one) => one.channel === channel && one.to === user),
    /** Files that reached a channel. */
    shared: (channel: string) => [...files.values()].filter((file) => file.channel === channel),
    /** The address that a press on a message brings with it: five uses. */
    responseUrl(message: FakeMessage): string {
      const id = next('hook');
      const { channel, ts, to } = message;
      hooks.set(id, { channel, ts, left: 5, ...(to && { to }) });
      return `${origin}/actions/${teamId}/${id}`;
    },
    /** A trigger as a press or a command brings it: good for one modal. */
    trigger(): string {
      const id = next('trigger');
      triggers.add(id);
      return id;
    },
  };
}

export type FakeTeam = ReturnType<typeof fakeTeam>;
