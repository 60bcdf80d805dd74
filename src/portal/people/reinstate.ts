import { z } from 'zod';
import { CodedError } from '../../lib/errors.ts';
import { changing } from '../operation.ts';
import { personView, requirePerson } from './view.ts';

/** Gives a suspended person their access back, with the roles they had. */
export const reinstate = changing({
  permission: 'users.manage',
  exclusive: true,
  input: z.strictObject({ contactId: z.uuid() }),
  async handle(scope, { contactId }) {
    const person = requirePerson(await scope.people(), contactId);
    const { name, email } = person;
    if (person.status !== 'suspended') throw new CodedError('conflict', 'not_suspended', { name, email });
    await scope.tx.contact.update({ where: { id: contactId }, data: { status: 'active' } });
    scope.audit({ action: 'users.reinstate', object: `contact:${email}`, outcome: 'done' });
    return personView({ ...person, status: 'active' }, scope);
  },
});
