import { z } from 'zod';
import { CodedError } from '../../lib/errors.ts';
import { reading } from '../operation.ts';
import type { Permission } from '../policy.ts';

export interface FileBytes {
  name: string;
  type: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/**
 * The bytes of a file made for this person, while they still may see what is in it. Throws `not_found` for another
 * person's file, one wiped already, and one whose permission was lost.
 */
export const read = reading({
  permission: 'own',
  input: z.strictObject({ id: z.uuid() }),
  async handle(scope, { id }): Promise<FileBytes> {
    const file = await scope.tx.storedFile.findFirst({ where: { id, contactId: scope.actor.id } });
    if (!file || !scope.may(file.permission as Permission)) throw new CodedError('not_found', 'not_found', {});
    return { name: file.name, type: file.type, bytes: file.bytes };
  },
});
