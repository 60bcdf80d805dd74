import { CodedError } from '../lib/errors.ts';
import type { AnyOperation } from './operation.ts';
import { holdersOf } from './people/directory.ts';
import { allows, type Permission, POLICY } from './policy.ts';
import type { Scope } from './scope.ts';

/**
 * Holds the actor to the operation's permission. One that decides about another person's wish (`over`) lets the
 * primary contact pass where at most one manager is active: `requireOver` then knows whether that one is the requester.
 */
export async function permit(scope: Scope, { permission, over }: AnyOperation): Promise<void> {
  const people = await scope.people();
  const others = people.managers.filter(({ id }) => id !== scope.actor.id);
  const mayStandIn = scope.actor.isPrimary && others.length <= (over ? 1 : 0);
  if (!allows(permission, scope.actor.roles, mayStandIn)) await refuseFor(scope, permission);
}

/** For an operation that needs another permission for some of its objects. Throws `forbidden` as the door does. */
export async function requirePermission(scope: Scope, permission: Permission): Promise<void> {
  if (!scope.may(permission)) await refuseFor(scope, permission);
}

/** Throws `forbidden` with the roles that hold the permission and the people who have it. */
async function refuseFor(scope: Scope, permission: Permission): Promise<never> {
  const { label, roles } = POLICY[permission];
  const holders = holdersOf(await scope.people(), permission);
  throw new CodedError('forbidden', 'role_needed', {
    permission,
    label: label[scope.locale],
    roles,
    holders: holders.map(({ name, email }) => ({ name, email })),
  });
}
