import { App, type Receiver } from '@slack/bolt';
import type { Logger } from '../../../lib/logger.ts';
import { SHORTCUT } from '../manifest.ts';
import { busyMessage } from './busy.ts';
import { asked, pointedAt } from './commands.ts';
import type { SlackHandlers } from './handlers.ts';
import { homeOpening, revoking, uninstalling } from './lifecycle.ts';
import { boltLogger } from './logging.ts';
import { directMessage, mention, type Written } from './messages.ts';
import { press } from './presses.ts';
import { submission } from './submissions.ts';

/** One request of Slack's on its way through Bolt. */
export interface Delivery {
  sentAt: Date;
  abandoned(): boolean;
  /** Work that waits until Slack is answered, and is left out where the request was not taken in. */
  afterwards(work: () => Promise<void>): void;
  failed(error: unknown): void;
}

/** What fails in a listener; Bolt wraps what has no code. */
interface Failure {
  error: Error & { original?: unknown };
  context: { [name: string]: unknown };
}

interface Deps {
  handlers: SlackHandlers;
  receiver: Receiver;
  isAnswerable(url: string): boolean;
  apiUrl?: string;
  log: Logger;
}

/**
 * Bolt with everything we listen to. Bolt acknowledges events before their listeners run: the receiver therefore only
 * notes that, and answers when `processEvent` is done. Nothing is looked up to authorize: our own clients do that.
 */
export function listeningApp({ handlers, receiver, isAnswerable, apiUrl, log }: Deps) {
  const app = new App<{ delivery: Delivery }>({
    receiver,
    authorize: async () => ({}),
    ...{ convoStore: false, ignoreSelf: false, extendedErrorHandler: true, logger: boltLogger(log) },
    ...(apiUrl && { clientOptions: { slackApiUrl: apiUrl } }),
  });
  app.error(async ({ error, context }: Failure) => (context.delivery as Delivery).failed(error.original ?? error));

  async function take(written: Written | undefined, { abandoned, afterwards }: Delivery, direct: boolean) {
    if (!written) return;
    if (written.do === 'withdraw') return handlers.withdraw(written.key);
    const { key, event, address, message } = written;
    if (written.do === 'amend') return handlers.amend(key, event);
    const accepted = await handlers.receive(key, event, abandoned);
    if (!accepted || !direct || event.content.type !== 'text') return;
    afterwards(() => handlers.working(address, message));
  }
  app.event('message', ({ body, context }) => take(directMessage(body), context.delivery, true));
  app.event('app_mention', ({ body, context }) => take(mention(body), context.delivery, false));

  app.event('app_home_opened', async ({ body, context }) => {
    const opening = homeOpening(body);
    context.delivery.afterwards(() => handlers.homeOpened(opening));
  });
  app.event('app_uninstalled', ({ body, context }) => handlers.ended(uninstalling(body, context.delivery.sentAt)));
  app.event('tokens_revoked', async ({ body, context }) => {
    const lost = revoking(body, context.delivery.sentAt);
    if (lost) await handlers.ended(lost);
  });

  app.command(/^/, async ({ body, context, ack }) => {
    const { key, event } = asked(body, context.delivery.sentAt);
    await handlers.receive(key, event, context.delivery.abandoned);
    await ack();
  });
  app.shortcut({ type: 'message_action', callback_id: SHORTCUT.callbackId }, async ({ body, context, ack }) => {
    const { key, event } = pointedAt(body);
    await handlers.receive(key, event, context.delivery.abandoned);
    await ack();
  });
  app.action({ type: 'block_actions' }, async ({ body, context, ack }) => {
    const done = press(body, isAnswerable);
    if (done?.do === 'receive') await handlers.receive(done.key, done.event, context.delivery.abandoned);
    if (done?.do === 'open') {
      context.delivery.afterwards(() =>
        handlers.openForm(done).catch(async (err: unknown) => {
          log.error({ err }, 'a form could not be opened');
          await handlers.busy(busyMessage(body, isAnswerable));
        }),
      );
    }
    await ack();
  });
  app.view({ type: 'view_submission', callback_id: 'form' }, async ({ body, context, ack }) => {
    const { sentAt, abandoned } = context.delivery;
    const errors = await handlers.submitForm(submission(body, sentAt), abandoned);
    await (errors ? ack({ response_action: 'errors', errors }) : ack());
  });
  return app;
}
