import { CodedError } from '../lib/errors.ts';
import type { Locale } from '../lib/locale.ts';
import { inAccount } from './account.ts';
import type { PortalServices } from './operation.ts';
import { type People, type Person, standsIn } from './people/directory.ts';
import { lockAccount } from './people/lock.ts';
import { allows } from './policy.ts';
import type { Principal } from './principal.ts';
import type { AccountScope, Scope, Via } from './scope.ts';

interface How {
  via: Via;
  key: string | undefined;
  locale: Locale;
  /** To write down that somebody who has just been suspended was refused. */
  evenInactive?: true;
  /** Takes the account's lock before the people are read, so that they are how they stay. */
  exclusive?: boolean;
}

/**
 * Runs `work` for a person in one transaction of their account, the person read afresh in it. Throws `forbidden` with
 * `no_access` when the person is no longer an active contact.
 */
export async function inScope<T>(
  services: PortalServices,
  principal: Pick<Principal, 'accountId' | 'contactId'>,
  { via, key, locale, evenInactive, exclusive }: How,
  work: (scope: Scope) => Promise<T>,
): Promise<T> {
  const { accountId, contactId } = principal;
  const asked = async (account: AccountScope) => {
    if (exclusive) await lockAccount(account);
    const people = await account.people();
    const actor = people.byId(contactId) ?? gone(contactId);
    if (actor.status !== 'active' && !evenInactive) throw new CodedError('forbidden', 'no_access');
    return work({
      ...account,
      actor,
      locale,
      key,
      may: (permission) => allows(permission, actor.roles, standsIn(people, actor)),
      requireOver: async (requesterId) => requireOver(people, actor, requesterId),
    });
  };
  return inAccount(services, accountId, { kind: 'contact', id: contactId, via }, asked, { withPeople: !exclusive });
}

/** A removed contact: known to the audit trail, with no roles and no access. */
const gone = (id: string): Person => ({
  id,
  email: '',
  name: '',
  status: 'removed',
  roles: new Set(),
  isPrimary: false,
});

function requireOver(people: People, actor: Person, requesterId: string): void {
  if (requesterId === actor.id) throw new CodedError('forbidden', 'own_request', decidersOf(people, requesterId));
  if (people.decidersFor(requesterId).some(({ id }) => id === actor.id)) return;
  throw new CodedError('forbidden', 'not_a_decider', decidersOf(people, requesterId));
}

const decidersOf = (people: People, requesterId: string) => ({
  holders: people.decidersFor(requesterId).map(({ name, email }) => ({ name, email })),
});
