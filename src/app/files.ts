import type { Engine } from '../conversation/engine.ts';
import { CodedError } from '../lib/errors.ts';
import type { FileBytes } from '../portal/files/read.ts';
import type { ChatUser } from '../portal/identity.ts';
import type { Portal } from '../portal/open.ts';

/**
 * Files as channels hand them over: read through the door, under the rights the person has at that moment.
 * @throws CodedError `not_found` for somebody who is not known (any more), and as `files.read` does
 */
export const filesOf =
  (engine: () => Engine<Portal> | undefined) =>
  async (user: ChatUser, id: string): Promise<FileBytes> => {
    const served = engine();
    const found = await served?.recognise(user, 'en');
    if (!served || !found?.known) throw new CodedError('not_found', 'not_found');
    return served.openPortal(found.who.principal, user.channel).files.read({ id });
  };
