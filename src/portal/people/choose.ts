import { z } from 'zod';
import { reading } from '../operation.ts';
import { namesWhom, whom } from './find.ts';
import { personView, requirePerson } from './view.ts';

/**
 * Whom something is to be done about: the one with that id, everybody an e-mail or a name may mean, or all. Refused to
 * whoever may not manage people, so that nothing is asked in vain. Throws `not_found` for an id, also another account's.
 */
export const choose = reading({
  permission: 'users.manage',
  input: z.strictObject({ contactId: z.uuid().optional(), who: whom.optional() }),
  async handle(scope, { contactId, who }) {
    const people = await scope.people();
    const meant = who ? namesWhom(who, people.all) : people.all;
    const found = contactId ? [requirePerson(people, contactId)] : meant;
    return found.map((person) => personView(person, scope));
  },
});
