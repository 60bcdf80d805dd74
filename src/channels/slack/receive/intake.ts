import type { ReceiverEvent } from '@slack/bolt';
import { CodedError, isCoded } from '../../../lib/errors.ts';
import type { Logger } from '../../../lib/logger.ts';
import { within } from '../../../lib/within.ts';
import { busyAnswer, busyMessage } from './busy.ts';
import type { SlackHandlers } from './handlers.ts';
import type { Delivery } from './listeners.ts';

/** Slack waits three seconds (docs.slack.dev/interactivity/handling-user-interaction); the answer has a way to go. */
const ANSWER_MS = 2500;

/** With so many under way the next would wait too long for its turn: an event is better sent again. */
const MOST_AT_ONCE = 400;

/** `taken: false`: Slack is to send it again. */
type Answer = { taken: true; response?: string | object } | { taken: false };

export interface Intake {
  /** One request of Slack's, whatever door it came through; never throws. */
  take(body: Readonly<Record<string, unknown>>, sentAt: Date): Promise<Answer>;
  /** Resolves when nothing that was begun after an answer is under way. */
  idle(): Promise<void>;
}

interface Deps {
  process(event: ReceiverEvent): Promise<void>;
  handlers: Pick<SlackHandlers, 'busy'>;
  isAnswerable(url: string): boolean;
  log: Logger;
}

/**
 * Answers in time, whatever happens (PRODUCT.md section 10). What Slack sends again, an event, is refused: its key makes
 * it one. What a person does is done only once, so it is said that nothing was done, and nothing is.
 */
export function intake({ process, handlers, isAnswerable, log }: Deps): Intake {
  const running = new Set<Promise<void>>();
  let underWay = 0;

  /** Begun once the answer is on its way. */
  function begin(work: () => Promise<void>): void {
    const done = new Promise<void>((resolve) => setImmediate(resolve))
      .then(work)
      .catch((err: unknown) => log.error({ err }, 'what follows an answer to Slack failed'))
      .finally(() => running.delete(done));
    running.add(done);
  }

  async function take(body: Readonly<Record<string, unknown>>, sentAt: Date): Promise<Answer> {
    const repeats = body.event !== undefined;
    if (repeats && underWay >= MOST_AT_ONCE) return { taken: false };
    underWay += 1;
    try {
      return await taken(body, sentAt, repeats);
    } finally {
      underWay -= 1;
    }
  }

  async function taken(body: Readonly<Record<string, unknown>>, sentAt: Date, repeats: boolean): Promise<Answer> {
    const afterwards: (() => Promise<void>)[] = [];
    let answered = false;
    let failure: unknown;
    let response: string | object | undefined;
    const delivery: Delivery = {
      sentAt,
      abandoned: () => answered && !repeats,
      afterwards: (work) => afterwards.push(work),
      failed(err) {
        failure = err;
        if (answered) log.error({ err }, 'a request that Slack no longer waits for failed');
      },
    };
    const ack = async (given?: string | object) => {
      response = given;
    };
    try {
      await within(ANSWER_MS, 'slack.slow', () => process({ body, ack, customProperties: { delivery } }));
    } catch (err) {
      // Of its own Bolt stops only at a body that it can make nothing of.
      failure = isCoded(err, 'unavailable', 'slack.slow') ? err : new CodedError('invalid', 'slack.body', {}, err);
    }
    answered = true;
    if (failure === undefined) {
      for (const work of afterwards) begin(work);
      return { taken: true, ...(response !== undefined && { response }) };
    }
    log.error({ err: failure, type: body.type ?? body.command }, 'a request of Slack was not taken in');
    if (repeats) return { taken: isCoded(failure, 'invalid') };
    const busy = busyAnswer(body);
    if (!busy) begin(async () => handlers.busy(busyMessage(body, isAnswerable)));
    return { taken: true, ...(busy && { response: busy }) };
  }

  return {
    take,
    async idle() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
