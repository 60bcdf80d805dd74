import type { Forms } from '../../../conversation/forms.ts';
import type { Conversations } from '../../../conversation/service.ts';
import { isCoded } from '../../../lib/errors.ts';
import type { Logger } from '../../../lib/logger.ts';
import { within } from '../../../lib/within.ts';
import { pressAt, readPress, type SlackAddress } from '../address.ts';
import type { SlackHandlers } from '../receive/handlers.ts';
import { eventOf, unreadable } from '../receive/read.ts';
import type { SlackApi } from '../send/api.ts';
import { failedView, formView, goneView, loadingView } from './modal.ts';

/** In milliseconds, of the three seconds a trigger lasts: a form that takes longer is announced first. */
const OPEN_AT_ONCE_MS = 800;
/** Of the 2.5 seconds until Slack is answered: a check that takes longer is left to the turn. */
const CHECK_MS = 1_800;

interface Deps {
  forms: Forms;
  api: Pick<SlackApi, 'openView' | 'updateView'>;
  conversations: Pick<Conversations, 'receive'>;
  log: Logger;
}

/** Forms as modals: opened before anything slow, checked field by field while they are open. */
export function formHandlers({ forms, api, conversations, log }: Deps): Pick<SlackHandlers, 'openForm' | 'submitForm'> {
  async function viewFor(press: string, address: SlackAddress) {
    const form = await forms.open(press, userOf(address));
    return form ? formView(form, pressAt(press, address)) : goneView();
  }

  async function wrongIn(press: string, address: SlackAddress, values: Readonly<Record<string, string>>) {
    try {
      return await within(CHECK_MS, LATE, () => forms.check(press, userOf(address), values));
    } catch (err) {
      log.warn({ err }, 'a form could not be checked while it was open: its turn does');
      return {};
    }
  }

  return {
    async openForm({ press, address, triggerId, stranger }) {
      if (stranger) {
        await api.openView(address, triggerId, goneView());
        return;
      }
      const looking = viewFor(press, address).catch((err: unknown) => {
        log.error({ err }, 'a form could not be made');
        return failedView();
      });
      const soon = await within(OPEN_AT_ONCE_MS, LATE, () => looking).catch((error: unknown) => {
        if (isCoded(error, 'unavailable', LATE)) return undefined;
        throw error;
      });
      const opened = await api.openView(address, triggerId, soon ?? loadingView());
      if (!soon) await api.updateView(address, opened, await looking).catch(unlessClosed);
    },

    async submitForm({ key, address, metadata, values, stranger, at }, abandoned) {
      const named = readPress(metadata);
      if (!named) throw unreadable(['view.private_metadata']);
      const { press, ...place } = named;
      const wrong = stranger ? {} : await wrongIn(press, address, values);
      const known = Object.entries(wrong).filter(([field]) => field in values);
      if (known.length > 0) return Object.fromEntries(known);
      const content = { type: 'press' as const, press, values };
      const event = eventOf({ address: { ...address, ...place }, at, stranger, content });
      await conversations.receive(key, event, abandoned);
      return undefined;
    },
  };
}

const LATE = 'slack.form_late';

/** Whoever closed a form that was still being looked up wants nothing more of it. */
function unlessClosed(error: unknown): void {
  if (!isCoded(error, 'not_found')) throw error;
}

const userOf = ({ teamId, userId }: SlackAddress) => ({ channel: 'slack' as const, tenantId: teamId, userId });
