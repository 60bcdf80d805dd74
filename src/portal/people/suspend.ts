import { z } from 'zod';
import { CodedError } from '../../lib/errors.ts';
import { changing } from '../operation.ts';
import { accessEnded } from './access-ended.ts';
import { keepLastHolder } from './last-holder.ts';
import { personView, requirePerson } from './view.ts';

/** Takes a person's access away for now; roles stay for when it is given back. */
export const suspend = changing({
  permission: 'users.manage',
  exclusive: true,
  input: z.strictObject({ contactId: z.uuid() }),
  async handle(scope, { contactId }) {
    const people = await scope.people();
    const person = requirePerson(people, contactId);
    const { name, email } = person;
    if (person.status === 'suspended') throw new CodedError('conflict', 'already_suspended', { name, email });
    keepLastHolder(people, person, 'access');
    await scope.tx.contact.update({ where: { id: contactId }, data: { status: 'suspended' } });
    await accessEnded(scope, contactId);
    scope.audit({ action: 'users.suspend', object: `contact:${email}`, outcome: 'done' });
    return personView({ ...person, status: 'suspended' }, scope);
  },
});
