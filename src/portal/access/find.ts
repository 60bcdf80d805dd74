import { z } from 'zod';
import { reading } from '../operation.ts';
import { namesWhom, whom } from '../people/find.ts';
import { CONTACT_ROLES } from '../policy.ts';
import { readRequests } from './view.ts';

/** The waiting requests of whoever an e-mail or a name may mean; where none waits, the latest of each person. */
export const find = reading({
  permission: 'own',
  input: z.strictObject({ who: whom, role: z.enum(CONTACT_ROLES).optional() }),
  async handle(scope, { who, role }) {
    const all = await readRequests(scope, {});
    const requesters = namesWhom(
      who,
      all.map(({ requester }) => requester),
    ).map(({ id }) => id);
    const theirs = all.filter((r) => requesters.includes(r.requester.id) && (role === undefined || r.role === role));
    const waiting = theirs.filter(({ state }) => state === 'waiting');
    if (waiting.length > 0) return waiting;
    return theirs.filter(({ requester }, at) => theirs.findIndex((r) => r.requester.id === requester.id) === at);
  },
});
