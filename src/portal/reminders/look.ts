import { inDigestHours, nextDigest } from '../../lib/working-hours.ts';
import { standsIn } from '../people/directory.ts';
import { allows } from '../policy.ts';
import type { AccountScope } from '../scope.ts';
import { readStanding, type Standing } from './standing.ts';
import { TOLD_TO } from './topics.ts';

/** Somebody whose turn has come. */
interface Turn {
  id: string;
  timeZone: string | null;
  /** Absent where they have had none. */
  digestAt: Date | null;
}

/**
 * Writes down what those people are to be told of whose turn it is, each thing once in a state, as one notice for each
 * person; and when their turn comes again. All of it is one transaction and a turn is taken by locking it: repeated, or
 * in two processes at once, nobody is told twice, and after a crash everybody is still to be told.
 *
 * Somebody's first turn only settles the second: a new account is not told of everything at whatever hour it was made.
 * A turn missed by day is made up for; one missed until the evening is the next day's.
 * @param reachable ids of those who can be told now
 */
export async function lookAt(scope: AccountScope, reachable: ReadonlySet<string>): Promise<void> {
  if (!(await accountIsFree(scope))) return;
  const turns = await takeTurns(scope);
  const zoneOf = ({ timeZone }: Turn) => timeZone ?? scope.account.timeZone;
  await scope.tx.$executeRaw`
    UPDATE contact c SET "digestAt" = next.at
    FROM unnest(${turns.map(({ id }) => id)}::uuid[], ${turns.map((turn) => nextDigest(zoneOf(turn), scope.now))}::timestamptz[])
      AS next (id, at) WHERE c.id = next.id`;
  const now = turns.filter((turn) => turn.digestAt && reachable.has(turn.id) && inDigestHours(zoneOf(turn), scope.now));
  if (now.length === 0) return;
  const standing = await readStanding(scope);
  await forget(scope, standing);
  for (const turn of now) await remind(scope, turn, standing);
}

/**
 * Takes the account's lock unless somebody has it: a load changes people in an order of its own, and the two would wait
 * for each other. What is left waits for the next minute.
 */
async function accountIsFree({ tx, account }: AccountScope): Promise<boolean> {
  const locked = await tx.$queryRaw<unknown[]>`
    SELECT id FROM account WHERE id = ${account.id}::uuid FOR NO KEY UPDATE SKIP LOCKED`;
  return locked.length > 0;
}

/** Those whose turn it is at this moment; another process that has found them too finds them gone. */
function takeTurns({ tx, now }: AccountScope): Promise<Turn[]> {
  return tx.$queryRaw<Turn[]>`
    SELECT id, "timeZone", "digestAt" FROM contact
    WHERE status = 'active' AND ("digestAt" <= ${now} OR "digestAt" IS NULL) ORDER BY id FOR NO KEY UPDATE`;
}

const columnsOf = (standing: readonly Standing[]) => ({
  topics: standing.map(({ topic }) => topic),
  ids: standing.map(({ itemId }) => itemId),
  states: standing.map(({ state }) => state),
});

/** What is no longer so, e.g. paid, is not known as told either: come back, it is news. */
async function forget({ tx }: AccountScope, standing: readonly Standing[]): Promise<void> {
  const { topics, ids, states } = columnsOf(standing);
  await tx.$executeRaw`
    DELETE FROM reminder r WHERE NOT EXISTS (
      SELECT FROM unnest(${topics}::text[], ${ids}::uuid[], ${states}::text[]) AS s (topic, id, state)
      WHERE s.topic = r.topic AND s.id = r."itemId" AND s.state = r.state)`;
}

async function remind(scope: AccountScope, { id, digestAt }: Turn, standing: readonly Standing[]): Promise<void> {
  const { tx, now } = scope;
  const people = await scope.people();
  const person = people.byId(id);
  if (!person) return;
  const settings = await tx.notificationSetting.findMany({ where: { contactId: id } });
  const quiet = new Set(
    settings
      .filter(({ enabled, snoozedUntil }) => !enabled || (snoozedUntil !== null && snoozedUntil > now))
      .map(({ topic }) => topic),
  );
  const theirs = standing.filter(
    ({ topic, kind }) => !quiet.has(topic) && allows(TOLD_TO[kind], person.roles, standsIn(people, person)),
  );
  const { topics, ids, states } = columnsOf(theirs);
  const told = await tx.$executeRaw`
    INSERT INTO reminder ("contactId", topic, "itemId", state, "toldAt")
    SELECT ${id}::uuid, s.topic, s.id, s.state, ${now}
    FROM unnest(${topics}::text[], ${ids}::uuid[], ${states}::text[]) AS s (topic, id, state)
    ON CONFLICT ("contactId", topic, "itemId", state) DO UPDATE SET "toldAt" = ${now}, "againAt" = NULL
    WHERE reminder."againAt" <= ${now}`;
  if (told === 0) return;
  await scope.notify({
    to: id,
    kind: 'reminders.digest',
    key: `reminders.digest:${id}:${digestAt?.toISOString()}`,
    details: { at: [now.toISOString()] },
  });
}
