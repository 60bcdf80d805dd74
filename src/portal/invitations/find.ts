import { reading } from '../operation.ts';
import { namesWhom, whom } from '../people/find.ts';
import { isOpen } from './standing.ts';
import { readInvitations } from './view.ts';

/**
 * The open invitations that an e-mail or a name may mean; where none is open the latest of each address, so that it
 * can be said what became of it.
 */
export const find = reading({
  permission: 'users.read',
  input: whom,
  async handle(scope, who) {
    const found = namesWhom(who, await readInvitations(scope, {}));
    const open = found.filter(({ state }) => isOpen(state));
    if (open.length > 0) return open;
    return found.filter(({ email }, at) => found.findIndex((other) => other.email === email) === at);
  },
});
