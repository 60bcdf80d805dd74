import { CodedError, isCoded } from '../../lib/errors.ts';
import { inAccount } from '../account.ts';
import type { ChatUser } from '../identity.ts';
import { invitationToken } from '../invitations/token.ts';
import { lockAccount } from '../people/lock.ts';
import { openPublic } from '../public.ts';
import type { AccountScope } from '../scope.ts';
import { accountsOf, type LinkableAccount } from './accounts-of.ts';
import type { IdentityDeps } from './deps.ts';
import { placeOf } from './record.ts';

/** An account a chat user works for now. */
export interface Linked {
  account: { id: string; name: string };
  /** The contact's name there. */
  name: string;
}

interface Proved {
  email: string;
  by: 'code' | 'directory';
  /** What people call the workspace or organization. */
  tenantName?: string | undefined;
}

/**
 * Links a chat user to every active contact with a proved e-mail, in the accounts that allow the tenant. A code also
 * accepts an open invitation, as its page would. Each account is a transaction of its own, with its audit record;
 * repeated it changes nothing more. Returns where they are linked now.
 */
export async function linkProved(deps: IdentityDeps, user: ChatUser, proved: Proved): Promise<Linked[]> {
  const accounts = await accountsOf(deps.system, user, proved.email, deps.services.clock.now());
  const linked: Linked[] = [];
  for (const account of accounts.filter((one) => proved.by === 'code' || mayByDirectory(one))) {
    const contactId = account.contactId ?? (await accepted(deps, user, account, proved.email));
    const done = contactId && (await linkIn(deps, user, account, contactId, proved));
    if (done) linked.push(done);
  }
  return linked;
}

/** A directory links nobody again whose link was ended: only their own code does. */
const mayByDirectory = ({ trustsDirectory, wasEnded, contactId }: LinkableAccount) =>
  trustsDirectory && !wasEnded && contactId !== null;

/** Accepts the open invitation; the new contact's id, or undefined where those who gave it may no longer. */
async function accepted(
  { services, system }: IdentityDeps,
  user: ChatUser,
  { accountId, invitation }: LinkableAccount,
  email: string,
): Promise<string | undefined> {
  const { id, version } = invitation!;
  const token = invitationToken(services.secretsKey, id, version);
  try {
    await openPublic(services, system, token, user.channel).accept();
  } catch (error) {
    // Recorded as refused in the account's trail by the invitation's own door.
    if (isCoded(error, 'not_found') || isCoded(error, 'conflict')) return undefined;
    throw error;
  }
  const { rows } = await system.query<{ id: string }>(
    `SELECT id FROM contact WHERE "accountId" = $1 AND email = $2 AND status = 'active'`,
    [accountId, email],
  );
  return rows[0]?.id;
}

async function linkIn(
  { services }: IdentityDeps,
  user: ChatUser,
  { accountId }: LinkableAccount,
  contactId: string,
  { email, by, tenantName }: Proved,
): Promise<Linked | undefined> {
  const entry = { action: 'links.link', object: `contact:${email}` };
  const who = { kind: 'contact', id: contactId, via: user.channel } as const;
  try {
    return await inAccount(services, accountId, who, async (scope) => {
      await lockAccount(scope);
      const { name } = await requireLinkable(scope, user, contactId, email);
      const { channel, tenantId, userId } = user;
      const [opened] = await scope.tx.$queryRaw<{ id: string | null }[]>`
        SELECT link_open(${channel}, ${tenantId}, ${tenantName ?? null}, ${userId}, ${contactId}::uuid, ${scope.now}) AS id`;
      if (opened?.id) scope.audit({ ...entry, outcome: 'done', details: { ...placeOf(user), by } });
      return { account: { id: accountId, name: scope.account.name }, name };
    });
  } catch (error) {
    if (!isCoded(error)) throw error;
    const details = { ...placeOf(user), by, reason: error.reason };
    await inAccount(services, accountId, who, async (scope) => scope.audit({ ...entry, outcome: 'refused', details }));
    return undefined;
  }
}

/** Looked at again under the account's lock. Throws `forbidden` `no_access`. */
async function requireLinkable(scope: AccountScope, user: ChatUser, contactId: string, email: string) {
  const person = (await scope.people()).byId(contactId);
  const { id: accountId } = scope.account;
  const allowed = await scope.tx.allowedTenant.findUnique({
    where: { accountId_platform_tenantId: { accountId, platform: user.channel, tenantId: user.tenantId } },
  });
  if (person?.status !== 'active' || person.email !== email || !allowed) throw new CodedError('forbidden', 'no_access');
  return person;
}
