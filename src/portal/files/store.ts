import type { FileRef } from '../../kit/card.ts';
import type { Permission } from '../policy.ts';
import type { Scope } from '../scope.ts';

/**
 * Keeps a file for the person who asked, until the channel fetches it.
 * @param permission what they must still hold then
 */
export async function storeFile(
  scope: Scope,
  permission: Permission,
  { name, type, bytes }: { name: string; type: string; bytes: Uint8Array },
): Promise<FileRef> {
  const { id } = await scope.tx.storedFile.create({
    data: { contactId: scope.actor.id, permission, name, type, bytes: Uint8Array.from(bytes), createdAt: scope.now },
    select: { id: true },
  });
  return { id, name, type, size: bytes.length };
}
