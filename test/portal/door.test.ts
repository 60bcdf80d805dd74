import { describe, expect, it } from 'vitest';
import { CodedError } from '../../src/lib/errors.ts';
import type { AnyOperation, Registry } from '../../src/portal/operation.ts';
import { operations } from '../../src/portal/operations.ts';
import { CONTACT_ROLES, type ContactRole, POLICY, type Rule } from '../../src/portal/policy.ts';
import { testDatabase } from '../support/database.ts';
import { portalWorld } from '../support/portal.ts';

const database = await testDatabase();
const world = await portalWorld(database);

/** Every combination of roles, none of them included. */
const HELD = Array.from({ length: 2 ** CONTACT_ROLES.length }, (_, bits) =>
  CONTACT_ROLES.filter((_role, i) => (bits >> i) % 2 === 1),
);

const EVERY = Object.entries(operations as Registry).flatMap(([module, group]) =>
  Object.entries(group).map(([name, operation]) => ({ path: `${module}.${name}`, operation })),
);

type Doors = Record<string, Record<string, (input: unknown) => Promise<unknown>>>;

/** How the door answers when nothing but the permission can be right: the input is nonsense for every operation. */
async function knock(portal: unknown, path: string, operation: AnyOperation): Promise<string> {
  const [module, name] = path.split('.') as [string, string];
  const input = { nonsense: true, ...(operation.kind === 'change' && { key: `${path}-${Math.random()}` }) };
  try {
    await (portal as Doors)[module]![name]!(input);
    return 'served';
  } catch (error) {
    return error instanceof CodedError ? `${error.code} ${error.reason}` : String(error);
  }
}

const holds = (operation: AnyOperation, roles: readonly ContactRole[]) =>
  (POLICY[operation.permission] as Rule).roles.some((role) => roles.includes(role));

describe('the door, for every operation', async () => {
  const people = Object.fromEntries(HELD.map((roles) => [`p_${roles.join('_') || 'none'}`, roles]));
  // Two managers more, so that nobody stands in for one; the first is the primary contact.
  const account = await world.account({ boss: ['management'], chief: ['management'], ...people });

  it('is asked about operations at all', () => {
    expect(EVERY.length).toBeGreaterThan(25);
  });

  it.each(EVERY)('$path lets exactly those roles in that the table names', async ({ path, operation }) => {
    for (const [name, roles] of Object.entries(people)) {
      const answer = await knock(world.portalFor(account, name), path, operation);
      const expected = holds(operation, roles) ? 'invalid bad_input' : 'forbidden role_needed';
      expect(`${name}: ${answer}`).toBe(`${name}: ${expected}`);
    }
  });

  it.each(EVERY)('$path is closed to somebody suspended, whatever their roles', async ({ path, operation }) => {
    const closed = await world.account({ boss: ['management'], gone: [...CONTACT_ROLES] });
    const portal = world.portalFor(closed, 'gone');
    await database.pools.owner.query(`UPDATE contact SET status = 'suspended' WHERE id = $1`, [closed.person('gone')]);
    expect(await knock(portal, path, operation)).toBe('forbidden no_access');
  });
});

describe('the primary contact, where no manager is active', async () => {
  const account = await world.account({ first: ['technical'], second: ['technical'] });
  const standIns = EVERY.filter(({ operation }) => (POLICY[operation.permission] as Rule).standIn);

  it.each(standIns)('may use $path in place of one, and a colleague may not', async ({ path, operation }) => {
    expect(await knock(world.portalFor(account, 'first'), path, operation)).toBe('invalid bad_input');
    expect(await knock(world.portalFor(account, 'second'), path, operation)).toBe('forbidden role_needed');
  });
});

describe('a refusal', () => {
  it('names the role that is needed and who holds it, and stands in the audit trail', async () => {
    const account = await world.account({ ann: ['technical'], bob: ['finance'] });
    const refused = world.portalFor(account, 'ann').invoices.totals({});
    await expect(refused).rejects.toMatchObject({
      reason: 'role_needed',
      details: { roles: ['finance', 'management'], holders: [{ name: 'Bob' }] },
    });
    const { rows } = await database.pools.owner.query(`SELECT action, outcome FROM audit_record WHERE chain = $1`, [
      account.id,
    ]);
    expect(rows).toEqual([{ action: 'invoices.totals', outcome: 'refused' }]);
  });

  it('of a changing operation without a key is ours, not the person’s', async () => {
    const account = await world.account({ ann: ['finance'] });
    const portal = world.portalFor(account, 'ann');
    // @ts-expect-error the key is not optional
    await expect(portal.access.request({ role: 'technical' })).rejects.toMatchObject({ reason: 'key_missing' });
  });
});
