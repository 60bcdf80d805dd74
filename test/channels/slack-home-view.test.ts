import type { KnownBlock, SectionBlock, Button as SlackButton } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { assertView } from '../../src/channels/slack/assert-view.ts';
import { homeView } from '../../src/channels/slack/home/view.ts';
import type { Wish } from '../../src/conversation/state.ts';
import { wishSchema } from '../../src/conversation/wish.ts';
import type { Block } from '../../src/kit/card.ts';
import { homesIn } from '../conversations/home-office.ts';
import { paymentOffice } from '../conversations/payments-office.ts';
import { testDatabase } from '../support/database.ts';

const database = await testDatabase();

const buttonsOf = (blocks: readonly KnownBlock[]): SlackButton[] =>
  blocks.flatMap((block) => {
    if (block.type === 'actions') return block.elements as SlackButton[];
    const { accessory } = block as SectionBlock;
    return accessory?.type === 'button' ? accessory : [];
  });
const EVIL = '<!channel> <https://evil.example|Click> & `rm` *x* _y_ \u202ereversed';

describe('a home page in Slack', () => {
  it('carries in each button exactly the wish that it stands for', () => {
    const wishes: Wish[] = [
      { intent: 'invoices.list', slots: { status: 'overdue' } },
      { intent: 'payments.approve', slots: { ref: 'a2f9' } },
      { intent: 'users.invite', slots: {} },
      { intent: 'invoices.pay', slots: { amount: { value: '10.50', currency: 'EUR' }, reason: '“ł” & <b>' } },
    ];
    const buttons = wishes.map((action) => ({ label: action.intent, action }));
    const rows = buttons.slice(0, 1).map((button) => ({ cells: ['123'], actions: [button] }));
    const { blocks } = homeView({
      locale: 'en',
      card: {
        blocks: [
          { type: 'table', columns: [{ label: 'Invoice' }], rows },
          { type: 'actions', buttons: buttons.slice(1) },
        ],
      },
    });
    const rendered = buttonsOf(blocks as KnownBlock[]);
    expect(rendered.map(({ action_id }) => action_id)).toEqual(['wish:0', 'wish:0', 'wish:1', 'wish:2']);
    expect(rendered.map(({ value }) => wishSchema.parse(JSON.parse(value!)))).toEqual(wishes);
  });

  it('says where what is pressed is answered, in the person’s language', () => {
    const page = { blocks: [{ type: 'text' as const, text: 'x' }] };
    expect(JSON.stringify(homeView({ locale: 'pl', card: page }))).toContain('zakładce Wiadomości');
    expect(JSON.stringify(homeView({ locale: 'en', card: page }))).toContain('answered under Messages');
  });

  it('leaves out the rows and keeps sums and buttons, where names are too long for Slack', () => {
    const name = 'very long '.repeat(7_000);
    const rows = Array.from({ length: 5 }, () => ({ cells: [name] }));
    const blocks: Block<Wish>[] = [
      { type: 'text', text: 'You have 5 overdue invoices.' },
      { type: 'table', columns: [{ label: 'Invoice' }], rows },
      { type: 'actions', buttons: [{ label: 'Show all', action: { intent: 'invoices.list', slots: {} } }] },
    ];
    const view = homeView({ locale: 'en', card: { blocks } });
    expect(JSON.stringify(view)).toContain('5 overdue');
    expect(JSON.stringify(view)).not.toContain('very long');
    expect(buttonsOf(view.blocks as KnownBlock[])).toHaveLength(1);
  });

  it('stays within Slack’s limits with 1,000 overdue invoices, full queues and evil names, in both languages', async () => {
    for (const locale of ['en', 'pl'] as const) {
      const office = await paymentOffice(database, locale);
      const { account, world } = office;
      const { sql } = account;
      await sql.query('UPDATE account SET name = $2 WHERE id = $1', [account.id, `${EVIL} Ltd`]);
      await sql.query(`UPDATE contact SET name = $2 || ' ' || name WHERE "accountId" = $1`, [account.id, EVIL]);
      await sql.query(
        `INSERT INTO invoice ("accountId", "externalId", number, type, "issuedOn", "dueOn", currency, net, tax, total,
           "paidLoaded", "lastDigits")
         SELECT $1, n::text, $2 || n, 'support', '2026-01-01', '2026-02-01', (ARRAY['PLN','EUR','USD'])[n % 3 + 1],
           1000000.10, 0, 1000000.10, 0, n::text FROM generate_series(1, 1000) n`,
        [account.id, EVIL],
      );
      await sql.query(
        `INSERT INTO role_request (id, "accountId", "contactId", role, state, "createdAt")
         SELECT gen_random_uuid(), $1, $2, r, 'waiting', now() FROM unnest(ARRAY['finance', 'management']) r`,
        [account.id, account.person('piotr')],
      );
      await sql.query(
        `INSERT INTO invitation (id, "accountId", email, name, roles, "inviterId", state, "tokenHash", "createdAt", "expiresAt")
         SELECT gen_random_uuid(), $1, n || '@new.example', $2, ARRAY['finance'], $3, 'waiting', NULL, now(), '2027-01-01'
         FROM generate_series(1, 30) n`,
        [account.id, EVIL, account.person('anna')],
      );
      await sql.query(
        `INSERT INTO payment (id, "accountId", number, "payerId", state, currency, amount, "methodId", "confirmedAt",
           "expiresAt", "reservationKey")
         SELECT gen_random_uuid(), $1, 'P-' || n, $2, 'awaiting_approval', 'PLN', 999999.99, $3, now(), '2027-01-01', n
         FROM generate_series(1, 120) n`,
        [account.id, account.person('anna'), office.visa],
      );
      await sql.query(`INSERT INTO contact_role ("accountId", "contactId", role) VALUES ($1, $2, 'management')`, [
        account.id,
        account.person('jan'),
      ]);
      const { of } = homesIn(world);
      for (const name of ['anna', 'jan', 'ewa', 'piotr']) {
        await office.chat(name);
        const view = homeView({ locale, card: await of(account, name) });
        assertView(view);
        const text = JSON.stringify(view);
        expect(text).not.toMatch(/"type":"mrkdwn"[^}]*(<!channel>|<https)/);
        if (name === 'jan') expect(view.blocks.length).toBeGreaterThan(40);
      }
    }
  });
});
