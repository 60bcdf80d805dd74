import type { Pool } from 'pg';
import type { FormStore, StoredForm } from '../conversation/forms.ts';

/** Forms as they stand in posted messages, on the connections for what is answered at once. */
export function formStore({ intake }: { intake: Pool }): FormStore {
  return {
    async find(press) {
      const { rows } = await intake.query<StoredForm>(FIND, [press]);
      const [form] = rows;
      return form && { ...form, state: { ...NOTHING, ...form.state } };
    },
  };
}

const NOTHING = { frames: [], waiting: [], closed: [] };

const FIND = `
  SELECT o.reply, o.locale, c.state, jsonb_build_object('id', p.id, 'conversation', p.conversation, 'accountId',
    p."accountId", 'contactId', p."contactId", 'outboxKey', p."outboxKey", 'action', p.action, 'used',
    p."usedAt" IS NOT NULL) AS press
  FROM press p JOIN outbox o ON o.key = p."outboxKey" JOIN conversation c ON c.key = p.conversation WHERE p.id = $1`;
