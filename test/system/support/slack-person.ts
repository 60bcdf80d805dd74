import type { Slack } from './slack-emulator.ts';
import { type Action, actionsOf, filledIn, type Modal, type SlackMessage, wordsOf } from './slack-message.ts';

/** The one app of the workspace. */
export const APP = { appId: 'A01PORTAL', botUserId: 'U0PORTAL', botName: 'portal' } as const;

type Where = { channel?: string; thread?: string };

/** When a message got what stands in it now. */
const freshness = ({ ts, edited }: SlackMessage): string => (edited && edited.ts > ts ? edited.ts : ts);

/** Somebody of the workspace: says and presses what a person can, and sees what that person would see. */
export function personIn(slack: Slack, userId: string) {
  /** What is newer than what they did last. */
  let since = '';

  const dm = (): string | undefined =>
    slack.now().channels.find(({ is_im, members }) => is_im && members.includes(userId))?.id;
  const visible = ({ channel = dm() }: Where): SlackMessage[] =>
    (slack.now().messages[channel ?? ''] ?? []).filter(({ ephemeral_to: to }) => to === undefined || to === userId);
  const newest = (): string => Object.values(slack.now().messages).flat().map(freshness).sort().at(-1) ?? '';

  /** Waits for a message of the assistant that reads so, new or changed since this person did something. */
  function sees(pattern: RegExp, where: Where = {}): Promise<SlackMessage> {
    return slack.until(`${userId} to see ${pattern}`, () =>
      visible(where).findLast(
        (one) =>
          one.bot_id !== undefined &&
          freshness(one) > since &&
          one.thread_ts === where.thread &&
          pattern.test(wordsOf(one)),
      ),
    );
  }

  /** Waits for what stands in that message to read so. */
  const seesIn = ({ channel, ts }: SlackMessage, pattern: RegExp): Promise<SlackMessage> =>
    slack.until(`${userId} to see ${pattern} in ${ts}`, ({ messages }) =>
      messages[channel]?.find((one) => one.ts === ts && pattern.test(wordsOf(one))),
    );

  /** Waits until nothing in that message can be pressed any more. */
  const seesClosed = ({ channel, ts }: SlackMessage): Promise<SlackMessage> =>
    slack.until(`${userId} to see no buttons in ${ts}`, ({ messages }) =>
      messages[channel]?.find((one) => one.ts === ts && actionsOf(one).length === 0),
    );

  /** Presses a button or chooses from a menu by its label, as it stands there now. */
  async function presses(on: SlackMessage, label: string | RegExp): Promise<void> {
    const now = slack.now().messages[on.channel]?.find(({ ts }) => ts === on.ts) ?? on;
    await acts(on, actionOf(now, label));
  }

  /** Presses what may not stand there any more: a client can be slow. */
  async function acts({ channel, ts: messageTs }: SlackMessage, { label: _, ...action }: Action): Promise<void> {
    since = newest();
    await slack.control('interact', { channel, messageTs, user: userId, action });
  }

  return {
    userId,
    sees,
    seesIn,
    seesClosed,
    presses,
    acts,
    /** Everything of the assistant that they can read there now. */
    reads: (where: Where = {}) =>
      visible(where)
        .filter(({ bot_id }) => bot_id)
        .map(wordsOf),
    async says(text: string, { channel = userId, thread }: Where = {}): Promise<SlackMessage> {
      since = newest();
      const body = { channel, user: userId, text, ...(thread && { thread_ts: thread }) };
      const { message } = await slack.control<{ message: SlackMessage }>('message', body);
      return message;
    },
    async commands(text: string, { channel }: Where = {}): Promise<void> {
      since = newest();
      const at = channel ?? (await slack.openDm(userId));
      await slack.control('command', { channel: at, user: userId, command: '/portal', text });
    },
    /** Opens the assistant's page and waits until it reads so. */
    async opensHome(pattern: RegExp): Promise<Home> {
      await slack.control('open-home', { user: userId });
      return seesHome(pattern);
    },
    seesHome,
    /** Presses a button of their page, as the emulator's own page does. */
    pressesHome(home: Home, label: string | RegExp): void {
      since = newest();
      const { label: _, ...action } = actionOf(home, label);
      slack.tell({ t: 'block_action', channel: '', messageTs: '', user: userId, action, appId: APP.appId });
    },
    /** Waits until their page shows nothing of the kind. */
    seesHomeWithout: (pattern: RegExp): Promise<Home> => homeThat(`lack ${pattern}`, (text) => !pattern.test(text)),
    /** Waits for a file handed to them. */
    seesFile: (name: RegExp): Promise<SlackMessage> =>
      slack.until(`${userId} to get a file ${name}`, () =>
        visible({}).findLast((one) => freshness(one) > since && one.files?.some((file) => name.test(file.name))),
      ),
    /** Waits until the form that opened reads so. */
    seesForm: (pattern: RegExp): Promise<Modal> =>
      slack.until(`${userId} to see a form with ${pattern}`, ({ modalStack }) => {
        const top = modalStack.at(-1);
        return top && pattern.test(wordsOf(top)) ? top : undefined;
      }),
    /** Fills in the form that is open and submits it; resolves with what is wrong, by the fields' ids, or undefined. */
    async submits(modal: Modal, given: Record<string, string | readonly string[]>) {
      since = newest();
      const before = slack.now().viewErrors;
      slack.tell({ t: 'view_submit', user: userId, values: filledIn(modal, given) });
      return slack.until('the form to be answered', ({ modalStack, viewErrors }) => {
        if (viewErrors && viewErrors !== before) return { errors: viewErrors };
        return modalStack.at(-1)?.id === modal.id ? undefined : {};
      });
    },
  };

  function seesHome(pattern: RegExp): Promise<Home> {
    return homeThat(`show ${pattern}`, (text) => pattern.test(text));
  }

  function homeThat(does: string, so: (text: string) => boolean): Promise<Home> {
    return slack.until(`${userId}'s page to ${does}`, ({ homeViews }) => {
      const home = homeViews[userId]?.[APP.appId];
      return home && so(wordsOf(home)) ? home : undefined;
    });
  }
}

export type Person = ReturnType<typeof personIn>;
type Home = Pick<Modal, 'id' | 'blocks'>;

/** @throws Error that lists the buttons there are, where there is none of that label */
export function actionOf(on: Pick<SlackMessage, 'blocks'>, label: string | RegExp): Action {
  const all = actionsOf(on);
  const found = all.find((one) => (typeof label === 'string' ? one.label === label : label.test(one.label)));
  if (found) return found;
  throw new Error(`nothing called ${label} among ${all.map((one) => one.label).join(', ')}`);
}
