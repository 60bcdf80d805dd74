import { renderSlack } from '../../../src/channels/slack/render.ts';
import { formViews } from '../../../src/channels/slack/views/modal.ts';
import { renderTeams } from '../../../src/channels/teams/render.ts';
import { renderText } from '../../../src/channels/text.ts';
import { createBell } from '../../../src/channels/web/bell.ts';
import { type WebPageDeps, webRoutes } from '../../../src/channels/web/routes.ts';
import { createServer } from '../../../src/http/server.ts';
import { systemClock, systemIds } from '../../../src/lib/clock.ts';
import { CodedError } from '../../../src/lib/errors.ts';
import { createLogger } from '../../../src/lib/logger.ts';
import { type FakeView, fakeView } from './fake-view.ts';

const silent = createLogger({ level: 'silent' });

/** The page on a loopback port with a fake engine behind it: `view` holds what it received and what it says. */
export async function servePage(view: FakeView = fakeView(), given: Partial<WebPageDeps> = {}) {
  const bell = createBell();
  const nothing = () => Promise.reject(new CodedError('not_found', 'mail'));
  const routes = webRoutes({
    view,
    bell,
    clock: systemClock,
    ids: systemIds,
    receive: view.receive,
    render: (reply, locale) => ({
      slack: { ...renderSlack(reply), modals: formViews(reply, locale) },
      teams: renderTeams(reply, locale),
      plain: renderText(reply),
    }),
    mails: { list: async () => [], read: nothing, attachment: nothing },
    file: nothing,
    ...given,
  });
  const server = createServer({ log: silent, routes });
  const address = await server.listen(0, '127.0.0.1');
  return { view, bell, address, close: () => server.close(1000) };
}
