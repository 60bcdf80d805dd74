import { z } from 'zod';
import { sameName } from '../../lib/polish-names/match.ts';
import { reading } from '../operation.ts';
import { personView } from './view.ts';

/** How people name somebody: an e-mail address, or a name as they wrote it. */
export const whom = z.union([
  z.strictObject({ email: z.string().min(1).max(320) }),
  z.strictObject({ name: z.string().min(1).max(200) }),
]);

/** Whether `person` is who was named, the name inflected or in part; the whole name as written wins over parts. */
export function namesWhom<T extends { email: string; name: string }>(
  who: z.output<typeof whom>,
  all: readonly T[],
): T[] {
  if ('email' in who) return all.filter(({ email }) => email === who.email.trim().toLowerCase());
  const matching = all.filter(({ name }) => sameName(who.name, name));
  const whole = matching.filter(({ name }) => name.split(/\s+/).length === who.name.trim().split(/\s+/).length);
  return whole.length > 0 ? whole : matching;
}

/** The account's people whom an e-mail or a name, inflected too ("Pawłowi Krukowi"), may mean; nobody else's. */
export const find = reading({
  permission: 'users.read',
  input: whom,
  async handle(scope, who) {
    const { all } = await scope.people();
    return namesWhom(who, all).map((person) => personView(person, scope));
  },
});
