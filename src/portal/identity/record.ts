import { inAccount } from '../account.ts';
import type { ChatUser } from '../identity.ts';
import { accountsOf } from './accounts-of.ts';
import type { IdentityDeps } from './deps.ts';

/** Where a chat user is, as the audit trail tells it. */
export const placeOf = ({ tenantId, userId }: ChatUser) => ({ tenantId, userId });

/** Records in every account that knows the e-mail what was tried with it from a chat; nobody is known to have done it. */
export async function recordTry(
  { services, system }: IdentityDeps,
  user: ChatUser,
  email: string,
  entry: { action: 'links.askCode' | 'links.link'; outcome: 'done' | 'refused'; details?: Record<string, unknown> },
): Promise<void> {
  for (const { accountId } of await accountsOf(system, user, email, services.clock.now())) {
    await inAccount(services, accountId, { kind: 'system', id: 'links', via: user.channel }, async (scope) =>
      scope.audit({ ...entry, object: `contact:${email}`, details: { ...placeOf(user), ...entry.details } }),
    );
  }
}
