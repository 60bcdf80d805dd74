import type { KnownBlock, ModalView } from '@slack/types';
import { repertoire } from '../../dialogs/index.ts';
import { engineOf } from '../../src/app/engine.ts';
import { UNDERSTANDING } from '../../src/app/folders.ts';
import { formHandlers } from '../../src/channels/slack/views/handlers.ts';
import { createForms } from '../../src/conversation/forms.ts';
import { createConversations } from '../../src/conversation/service.ts';
import { conversationStore } from '../../src/db/conversation-store.ts';
import { formStore } from '../../src/db/form-store.ts';
import { outboxStore } from '../../src/db/outbox-store.ts';
import { sqlOn } from '../../src/db/sql.ts';
import type { Locale } from '../../src/lib/locale.ts';
import { loadUnderstanding } from '../../src/understanding/index.ts';
import { paymentOffice } from '../conversations/payments-office.ts';
import type { testDatabase } from '../support/database.ts';
import type { FakeSlack } from '../support/fake-slack.ts';
import type { FakeMessage } from '../support/fake-slack-team.ts';
import { quietLog } from '../support/log.ts';
import { ANNA, mention, message, press, submission, TEAM } from './slack-receive/bodies.ts';
import { service } from './slack-receive/service.ts';
import { sendingTo } from './slack-sending.ts';

const understand = await loadUnderstanding(UNDERSTANDING);

/** Anna of a payments office in Slack: signed requests in, the engine and the database behind them, a fake Slack out. */
export async function annaInSlack(
  database: Awaited<ReturnType<typeof testDatabase>>,
  slack: FakeSlack,
  locale: Locale,
) {
  const office = await paymentOffice(database, locale);
  const { world, account } = office;
  const { api, channel } = sendingTo(slack);
  const channels = { slack: channel };
  const engine = engineOf({
    ...{ sql: sqlOn(database.pools.system), channels, repertoire, understand, services: world.services },
  });
  const outbox = outboxStore(database.pools.system);
  const sending = { outbox, channels, clock: world.clock, log: quietLog };
  const conversations = createConversations(engine, conversationStore(database.pools), sending, 4);
  const receiving = service({
    receive: conversations.receive,
    ...formHandlers({ forms: createForms(engine, formStore(database.pools)), api, conversations, log: quietLog }),
  });
  const team = slack.team(TEAM);
  team.user(ANNA);
  await account.sql.query(`INSERT INTO allowed_tenant ("accountId", platform, "tenantId") VALUES ($1, 'slack', $2)`, [
    ...[account.id, TEAM],
  ]);
  await account.sql.query(
    `INSERT INTO chat_link ("accountId", "contactId", platform, "tenantId", "userId", email)
     SELECT "accountId", id, 'slack', $2, $3, email FROM contact WHERE id = $1`,
    [account.person('anna'), TEAM, ANNA],
  );
  let count = 0;
  const stamp = () => `1767225600.${String(++count).padStart(6, '0')}`;
  const last = (): FakeMessage => team.messages.findLast(({ edited }) => !edited) ?? fail('nothing was said');
  const modal = (): ModalView | undefined => [...team.modals.values()].at(-1)?.view;

  async function after(body: object) {
    const answer = await receiving.post(body);
    await conversations.idle();
    return answer;
  }

  return {
    ...{ office, team, last, modal },
    says: (text: string) => after(message(text, { ts: stamp() })),
    mentions: (text: string) => after(mention(`<@U0BOT> ${text}`, { ts: stamp() })),
    /** Presses a button of the last message; of a form, its modal stands then. */
    async presses(label: string | RegExp): Promise<void> {
      const button = buttonsOf(last()).find(({ text }) => text.text.match(label));
      if (!button) return fail(`no button ${label} among ${buttonsOf(last()).map(({ text }) => text.text)}`);
      const { action_id, value } = button;
      await after(press({ action_id, value, action_ts: stamp() }, { trigger_id: team.trigger() }));
      if (action_id?.startsWith('form:')) await receiving.receiving.stop();
    },
    /** Submits the open modal. Resolves with what is wrong, by field. */
    async submits(values: Record<string, object>): Promise<Record<string, string>> {
      const state = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { [name]: value }]));
      const view = { private_metadata: modal()?.private_metadata };
      const { body } = await after(submission(state, { trigger_id: `t${++count}` }, view));
      return body ? (JSON.parse(String(body)) as { errors: Record<string, string> }).errors : {};
    },
  };
}

const buttonsOf = ({ blocks = [] }: { blocks?: KnownBlock[] }) =>
  blocks.flatMap((block) =>
    block.type === 'actions' ? block.elements.flatMap((one) => (one.type === 'button' ? [one] : [])) : [],
  );

function fail(why: string): never {
  throw new Error(why);
}
