import { z } from 'zod';
import type { Localized } from '../../lib/locale.ts';
import { reading } from '../operation.ts';
import { holdersOf, named } from '../people/directory.ts';
import { inOrder } from '../people/view.ts';
import { PERMISSIONS, POLICY, type Rule } from '../policy.ts';

/** The roles of the person asking, what they may do with them, and for the rest which role it takes and who has it. */
export const explain = reading({
  permission: 'own',
  input: z.strictObject({}),
  async handle(scope) {
    const people = await scope.people();
    const one = (permission: (typeof PERMISSIONS)[number]) => {
      const { label, roles }: Rule = POLICY[permission];
      const text: Localized = label;
      return { permission, label: text[scope.locale], roles: [...roles] };
    };
    const held = PERMISSIONS.filter((permission) => scope.may(permission));
    const others = PERMISSIONS.filter((permission) => !held.includes(permission));
    return {
      roles: inOrder(scope.actor.roles),
      isPrimary: scope.actor.isPrimary,
      held: held.map(one),
      notHeld: others.map((permission) => ({ ...one(permission), holders: holdersOf(people, permission).map(named) })),
    };
  },
});
