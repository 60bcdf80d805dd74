import { z } from 'zod';
import { reading } from '../operation.ts';
import { CONTACT_ROLES } from '../policy.ts';
import { personView } from './view.ts';

/** Who has access, by name; suspended people too, removed ones not. */
export const list = reading({
  permission: 'users.read',
  input: z.strictObject({ role: z.enum(CONTACT_ROLES).optional() }),
  async handle(scope, { role }) {
    const { all } = await scope.people();
    return all.filter(({ roles }) => role === undefined || roles.has(role)).map((person) => personView(person, scope));
  },
});
