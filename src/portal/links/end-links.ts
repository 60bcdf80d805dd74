import { CodedError } from '../../lib/errors.ts';
import { accessEnded } from '../people/access-ended.ts';
import type { AccountScope } from '../scope.ts';

interface Ended {
  platform: string;
  tenantId: string;
  userId: string;
}

/**
 * Ends one link of a contact, or all of them, with an audit record each. Throws `not_found` where that one is ended.
 * @param id all when absent
 */
export async function endLinks(
  scope: AccountScope,
  contact: { id: string; email: string },
  id?: string,
): Promise<void> {
  const ended = await scope.tx.$queryRaw<Ended[]>`
    SELECT platform, "tenantId", "userId" FROM link_end(${contact.id}::uuid, ${id ?? null}::uuid, ${scope.now})`;
  if (id && ended.length === 0) throw new CodedError('not_found', 'not_found');
  for (const { platform, tenantId, userId } of ended) {
    const details = { platform, tenantId, userId };
    scope.audit({ action: 'links.end', object: `contact:${contact.email}`, outcome: 'done', details });
  }
  await accessEnded(scope, contact.id);
}
