import { describe, expect, it } from 'vitest';
import { isCoded } from '../../src/lib/errors.ts';
import type { Portal } from '../../src/portal/open.ts';
import type { AnyOperation, Registry } from '../../src/portal/operation.ts';
import { operations } from '../../src/portal/operations.ts';
import { allows, CONTACT_ROLES, type ContactRole } from '../../src/portal/policy.ts';
import { testDatabase } from '../support/database.ts';
import { portalWorld } from '../support/portal.ts';
import { newKey } from './payments/support.ts';

const world = await portalWorld(await testDatabase());

type Method = (input: unknown) => Promise<unknown>;

const EVERY = Object.entries(operations as Registry).flatMap(([module, group]) =>
  Object.entries(group).map(([name, operation]) => ({ module, name, operation })),
);

/** Every combination of the three roles, none among them. */
const COMBINATIONS: ContactRole[][] = [...Array(2 ** CONTACT_ROLES.length).keys()].map((bits) =>
  CONTACT_ROLES.filter((_, at) => (bits >> at) & 1),
);

/**
 * What becomes of an operation called with an input that none takes. The right is looked at before the input, so that
 * whoever lacks it learns nothing, and whoever has it is told of the input and changes nothing.
 */
async function answers(portal: Portal): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const { module, name } of EVERY) {
    const method = (portal as unknown as Record<string, Record<string, Method>>)[module]![name]!;
    found[`${module}.${name}`] = await method({ key: newKey(), 'no such field': 1 }).then(
      () => 'done',
      (error: unknown) => (isCoded(error) ? error.reason : String(error)),
    );
  }
  return found;
}

const expected = (may: (operation: AnyOperation) => boolean) =>
  Object.fromEntries(
    EVERY.map(({ module, name, operation }) => [`${module}.${name}`, may(operation) ? 'bad_input' : 'role_needed']),
  );

describe('every operation of the portal', () => {
  it.each(COMBINATIONS.map((roles) => [roles.join(' and ') || 'no role', roles] as const))(
    'keeps to the policy for %s',
    async (_, roles) => {
      const account = await world.account({ piotr: [], sam: roles, ewa: ['management'], jan: ['management'] });
      expect(await answers(world.portalFor(account, 'sam'))).toEqual(
        expected(({ permission }) => allows(permission, new Set(roles), false)),
      );
    },
  );

  it('lets the primary contact decide and manage people only where no other manager is active', async () => {
    const account = await world.account({ piotr: ['technical'], anna: ['finance'], ewa: ['management'] });
    await account.suspend('ewa');
    expect(await answers(world.portalFor(account, 'piotr'))).toEqual(
      expected(({ permission }) => allows(permission, new Set<ContactRole>(['technical']), true)),
    );
    expect(await answers(world.portalFor(account, 'anna'))).toEqual(
      expected(({ permission }) => allows(permission, new Set<ContactRole>(['finance']), false)),
    );
  });

  it('is closed at once to somebody suspended or removed', async () => {
    const account = await world.account({ ewa: ['management'], sam: [...CONTACT_ROLES], tom: [...CONTACT_ROLES] });
    const [sam, tom, ewa] = ['sam', 'tom', 'ewa'].map((name) => world.portalFor(account, name)) as [
      Portal,
      Portal,
      Portal,
    ];
    await ewa.users.suspend({ key: newKey(), contactId: account.person('sam') });
    await ewa.users.remove({ key: newKey(), contactId: account.person('tom') });
    for (const portal of [sam, tom])
      expect(new Set(Object.values(await answers(portal)))).toEqual(new Set(['no_access']));
  });
});
