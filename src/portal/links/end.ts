import { z } from 'zod';
import { CodedError } from '../../lib/errors.ts';
import { changing } from '../operation.ts';
import { endLinks } from './end-links.ts';
import { ownLinks } from './list.ts';

/** Ends one of one's own links; the answer tells which it was. Throws `not_found`, also for somebody else's. */
export const end = changing({
  permission: 'own',
  input: z.strictObject({ id: z.uuid() }),
  async handle(scope, { id }) {
    const link = (await ownLinks(scope)).find((one) => one.id === id);
    if (!link) throw new CodedError('not_found', 'not_found');
    await endLinks(scope, scope.actor, id);
    return link;
  },
});
