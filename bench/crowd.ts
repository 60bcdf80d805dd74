import { randomUUID } from 'node:crypto';
import { TENANTS, type Tenant } from './generate-load.ts';
import { type Timing, timing } from './measure.ts';
import type { World } from './world.ts';

/** Fewer than the 30 messages a minute one chat user may send (PRODUCT.md section 12). */
const TURNS_A_USER = 24;

export interface ChatUser {
  userId: string;
  /** The id of the account in the generated file. */
  account: string;
}

interface Crowd {
  accounts: readonly string[];
  /** How often it is done, by all together. */
  times: number;
  /** How many people do it at once, each again as soon as the last is answered. */
  atOnce: number;
  /** Turns each time takes. */
  turns: number;
}

/** Lets people of the accounts do something; `act` resolves with the milliseconds it took. */
export async function crowd(
  world: World,
  { accounts, times, atOnce, turns }: Crowd,
  act: (user: ChatUser) => Promise<number>,
): Promise<Timing> {
  const often = Math.floor(TURNS_A_USER / turns);
  const users = await chatUsers(
    world.owner,
    accounts,
    atOnce + Math.ceil(times / often),
    `${randomUUID()} `,
    TENANTS.slack,
  );
  const took: number[] = [];
  let begun = 0;
  async function person(): Promise<void> {
    for (let done = 0, user = users.pop()!; begun < times; done += 1) {
      if (done > 0 && done % often === 0) user = users.pop()!;
      begun += 1;
      took.push(await act(user));
    }
  }
  const began = performance.now();
  await Promise.all(Array.from({ length: atOnce }, person));
  const total = performance.now() - began;
  await world.idle();
  return timing(took, total);
}

/**
 * New chat users, spread over all people of the accounts. A person has several, as in several workspaces, so that
 * thousands of turns in a minute are not one chat user's, who would be asked to slow down.
 * @param prefix what their ids begin with; a number follows
 */
export async function chatUsers(
  owner: Pick<World['owner'], 'query'>,
  accounts: readonly string[],
  count: number,
  prefix: string,
  { platform, tenant }: Tenant,
): Promise<ChatUser[]> {
  const { rows } = await owner.query<ChatUser>(LINK, [accounts, prefix, count, platform, tenant]);
  return rows;
}

const LINK = `
  WITH person AS (
    SELECT c.id, c."accountId", c.email, row_number() OVER (ORDER BY c.email) - 1 AS at, count(*) OVER () AS people
    FROM contact c JOIN account a ON a.id = c."accountId" WHERE a."externalId" = ANY($1::text[])
  ), linked AS (
    INSERT INTO chat_link ("accountId", "contactId", platform, "tenantId", "userId", email)
    SELECT "accountId", id, $4, $5, $2 || n, email
    FROM generate_series(0, $3::int - 1) n JOIN person ON at = n % people RETURNING "userId", "accountId"
  )
  SELECT "userId", a."externalId" AS account FROM linked JOIN account a ON a.id = linked."accountId"`;
