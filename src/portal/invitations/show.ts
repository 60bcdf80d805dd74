import { z } from 'zod';
import { CodedError } from '../../lib/errors.ts';
import { reading } from '../operation.ts';
import { readInvitations } from './view.ts';

/** One invitation, how it stands now. Throws `not_found`. */
export const show = reading({
  permission: 'users.read',
  input: z.strictObject({ id: z.uuid() }),
  async handle(scope, { id }) {
    const [found] = await readInvitations(scope, { id });
    if (!found) throw new CodedError('not_found', 'not_found');
    return found;
  },
});
