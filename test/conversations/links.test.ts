import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { expectSaidGolden } from '../support/said.ts';
import type { Talker } from '../support/talk.ts';
import { type Colleagues, colleagues } from './colleagues.ts';

const database = await testDatabase();
const { owner } = database.pools;

const WORDS = {
  en: {
    ...{ list: 'show my links', unlink: 'Disconnect', which: 'unlink me', choose: 'This one', no: 'No, leave it' },
    ...{ link: 'connect my other e-mail', ask: 'Which e-mail address', broken: 'not an address', undo: 'undo' },
    ...{ one: 'in 1 chat.', unknown: 'I don’t know you yet', sent: 'a one-time code is on its way' },
    ...{ final: 'write me your e-mail address', another: 'Connect my other e-mail', second: 'the second one' },
  },
  pl: {
    ...{ list: 'pokaż moje powiązania', unlink: 'Odłącz', which: 'odłącz mnie', choose: 'Ten', no: 'Nie, zostaw' },
    ...{ link: 'połącz mój inny adres e-mail', ask: 'Który adres e-mail', broken: 'to nie adres', undo: 'cofnij' },
    ...{ one: 'w 1 czacie.', unknown: 'Jeszcze się nie znamy', sent: 'jednorazowy kod jest już w drodze' },
    ...{ final: 'napisz swój adres e-mail', another: 'Połącz mój inny adres e-mail', second: 'drugi' },
  },
};

describe.each(['en', 'pl'] as const)('chat links (%s)', (locale) => {
  const w = WORDS[locale];
  let set: Colleagues;
  let anna: Talker;
  const golden = (name: string) =>
    expectSaidGolden(`conversations/${name}-${locale}`, anna.last(), set.account, locale);

  /** Anna is linked on the page and, since the day before, in a Slack workspace. */
  beforeEach(async () => {
    set = await colleagues(database, locale);
    anna = set.anna;
    const contact = set.account.person('anna');
    await owner.query(`UPDATE chat_link SET "createdAt" = '2026-11-02T09:00:00Z' WHERE "contactId" = $1`, [contact]);
    await owner.query(`INSERT INTO allowed_tenant ("accountId", platform, "tenantId") VALUES ($1, 'slack', 'T0ACME')`, [
      set.account.id,
    ]);
    await owner.query(
      `INSERT INTO chat_link ("accountId", "contactId", platform, "tenantId", "tenantName", "userId", email, "createdAt")
       VALUES ($1, $2, 'slack', 'T0ACME', 'Acme & <Sons>', 'U0ANNA', $3, '2026-11-01T09:00:00Z')`,
      [set.account.id, contact, set.account.email('anna')],
    );
  });
  const live = async () => {
    const { rows } = await owner.query<{ platform: string }>(
      'SELECT platform FROM chat_link WHERE "contactId" = $1 AND "endedAt" IS NULL ORDER BY platform',
      [set.account.person('anna')],
    );
    return rows.map(({ platform }) => platform);
  };

  it('are listed with where and since when, and a button that ends each', async () => {
    await anna.says(w.list);
    golden('links-list');
  });

  it('are ended after a confirmation, only the one meant', async () => {
    await anna.says(w.which);
    golden('account-unlink-which');
    await anna.presses(w.choose);
    await anna.presses(w.no);
    expect(await live()).toEqual(['slack', 'web']);
    await anna.says(w.which);
    const asked = anna.messages().length - 1;
    await anna.pressesId(rowButtons(anna)[0]!);
    golden('account-unlink-confirm');
    // Answered: its rows have nothing to press any more.
    expect(JSON.stringify(anna.messages()[asked]!.reply.card)).not.toContain('actions');
    await anna.presses(w.unlink);
    golden('account-unlink-done');
    expect(await live()).toEqual(['web']);
    await anna.says(w.list);
    expect(anna.last().reply.text).toContain(w.one);
    await anna.says(w.undo);
    expect(anna.sees()).toContain(w.final);
  });

  it('end at once for the chat that is unlinked, with every button there', async () => {
    await anna.says(w.list);
    const old = anna.button(w.another);
    await anna.says(w.which);
    await anna.says(w.second);
    await anna.presses(w.unlink);
    expect(await live()).toEqual(['slack']);
    expect(JSON.stringify(anna.messages())).not.toContain('"action');
    await anna.pressesId(old);
    expect(anna.sees()).toContain(w.unknown);
    await anna.says(w.list);
    expect(anna.sees()).not.toContain('Acme & <Sons>');
  });

  it('are made by a code to a further address, which is asked for', async () => {
    await anna.says(w.link);
    golden('account-link-ask');
    await anna.says('nobody@nowhere.example');
    golden('account-link-sent');
    expect(anna.last().reply.text).toContain(w.sent);
  });

  it('cannot be ended by somebody else', async () => {
    await anna.says(w.list);
    const [id] = rowButtons(anna);
    await set.ewa.pressesId(id!);
    expect(await live()).toEqual(['slack', 'web']);
  });
});

/** The buttons in the newest message's rows, by their ids. */
function rowButtons(talker: Talker): string[] {
  const blocks = talker.last().reply.card?.blocks ?? [];
  return blocks.flatMap((block) =>
    block.type === 'table'
      ? block.rows.flatMap(({ actions = [] }) => actions.flatMap((one) => ('action' in one ? [one.action] : [])))
      : [],
  );
}
