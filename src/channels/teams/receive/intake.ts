import { type HttpAnswer, json } from '../../../http/exchange.ts';
import type { Clock } from '../../../lib/clock.ts';
import { CodedError, isCoded } from '../../../lib/errors.ts';
import type { Logger } from '../../../lib/logger.ts';
import { within } from '../../../lib/within.ts';
import { card, message } from './answers.ts';
import type { Elsewhere, Speaker, TeamsHandlers } from './handlers.ts';
import { type Invoke, invoked } from './invokes.ts';
import { type Lifecycle, lifecycle } from './lifecycle.ts';
import { type Written, written } from './messages.ts';

/** Teams waits for 10 to 15 seconds, and people for less. */
const ANSWER_MS = 2500;

const OK: HttpAnswer = { status: 200 };
/** The Bot Framework's word for an invoke that a bot has no use for. */
const NOT_IMPLEMENTED: HttpAnswer = { status: 501 };

export interface Intake {
  /**
   * One activity of Teams', of whatever kind; of those that are no concern of ours it is only said that they came.
   * @throws CodedError `invalid` where nothing can be made of it, `unavailable` where it is to be sent again
   */
  take(activity: { readonly type: string }): Promise<HttpAnswer>;
  /** Resolves when nothing that was begun after an answer is under way. */
  idle(): Promise<void>;
}

interface Deps {
  handlers: TeamsHandlers;
  clock: Clock;
  log: Logger;
}

/**
 * Answers in time, whatever happens. A message that could not be taken in is refused: Teams sends it again, a few times,
 * under the same id. An invoke is sent once and somebody waits for it, so it is said that nothing was done, and nothing is.
 */
export function intake({ handlers, clock, log }: Deps): Intake {
  const running = new Set<Promise<void>>();

  /** Begun once the answer is on its way. */
  function begin(work: () => Promise<void>): void {
    const done = new Promise<void>((resolve) => setImmediate(resolve))
      .then(work)
      .catch((err: unknown) => log.error({ err }, 'what follows an answer to Teams failed'))
      .finally(() => running.delete(done));
    running.add(done);
  }

  function follow({ address, place, stranger, locale }: Speaker, by: Elsewhere['by']): void {
    begin(() => handlers.seen(address));
    if (place) begin(() => handlers.elsewhere({ address, place, by, stranger, ...(locale && { locale }) }));
  }

  async function takeWritten(told: Written): Promise<void> {
    if (told.do === 'withdraw') return handlers.withdraw(told.key);
    const { key, event, speaker } = told;
    if (told.do === 'amend') return handlers.amend(key, event);
    // What becomes durable too late is served all the same: nobody was told that it is not.
    if (!(await handlers.receive(key, event, () => false))) return;
    follow(speaker, 'text');
    if (!speaker.place && event.content.type === 'text') begin(() => handlers.working(speaker.address));
  }

  const takeLifecycle = (told: Lifecycle): Promise<void> =>
    told.do === 'installed' ? handlers.installed(told) : handlers.removed(told);

  async function takeInvoke(told: Exclude<Invoke, { do: 'answer' }>, abandoned: () => boolean): Promise<HttpAnswer> {
    if (told.do === 'search') return json(await handlers.search(told.call));
    if (told.do === 'refresh') return card(await handlers.refresh(told.refresh));
    if (told.do === 'consent') {
      begin(() => handlers.fileConsent(told.consent));
      return OK;
    }
    const { key, event, speaker } = told;
    if ((await handlers.receive(key, event, abandoned)) && !abandoned()) follow(speaker, 'press');
    return message(speaker.place ? 'elsewhere' : 'working', speaker.locale);
  }

  /** What `work` comes to in time. What goes on after that is heard of in the log alone. */
  async function inTime<T>(work: (late: () => boolean) => Promise<T>): Promise<T> {
    let late = false;
    try {
      return await within(ANSWER_MS, 'teams.slow', () =>
        work(() => late).catch((err: unknown) => {
          if (late) log.error({ err }, 'a request that Teams no longer waits for failed');
          throw err;
        }),
      );
    } finally {
      late = true;
    }
  }

  async function told(work: () => Promise<void>): Promise<HttpAnswer> {
    await inTime(work).catch((err: unknown) => {
      throw isCoded(err, 'invalid') ? err : new CodedError('unavailable', 'teams.not_taken', {}, err);
    });
    return OK;
  }

  async function asked(told: Invoke | undefined): Promise<HttpAnswer> {
    if (!told) return NOT_IMPLEMENTED;
    if (told.do === 'answer') return told.answer;
    return inTime((late) => takeInvoke(told, late)).catch((err: unknown) => {
      // What is not there (any more) is no failure of ours.
      const level = isCoded(err, 'not_found') ? 'info' : 'error';
      log[level]({ err, invoke: told.do }, 'an invoke of Teams was not taken in');
      return told.busy;
    });
  }

  return {
    async take(activity) {
      const now = clock.now();
      switch (activity.type) {
        case 'message':
        case 'messageUpdate':
        case 'messageDelete': {
          const what = written(activity, now);
          return what ? told(() => takeWritten(what)) : OK;
        }
        case 'installationUpdate':
        case 'conversationUpdate': {
          const what = lifecycle(activity, now);
          return what ? told(() => takeLifecycle(what)) : OK;
        }
        case 'invoke':
          return asked(invoked(activity, now));
        default:
          return OK;
      }
    },
    async idle() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
