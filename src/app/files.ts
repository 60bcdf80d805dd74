import type { Engine } from '../conversation/engine.ts';
import { CodedError, isCoded } from '../lib/errors.ts';
import type { FileBytes } from '../portal/files/read.ts';
import type { ChatUser } from '../portal/identity.ts';
import type { Portal } from '../portal/open.ts';

/**
 * Files as channels hand them over: read through the door, under the rights the person has at that moment. Also one of
 * another account of theirs than they work for by then: it was made for a card of its own, or before they switched.
 * @throws CodedError `not_found` for somebody who is not known (any more), and as `files.read` does
 */
export const filesOf =
  (engine: () => Engine<Portal> | undefined) =>
  async (user: ChatUser, id: string): Promise<FileBytes> => {
    const served = engine();
    const found = await served?.recognise(user, 'en');
    for (const account of found?.known ? found.who.accounts : []) {
      const there = await served?.recognise(user, 'en', account.id);
      if (!served || !there?.known) continue;
      try {
        return await served.openPortal(there.who.principal, user.channel).files.read({ id });
      } catch (error) {
        if (!isCoded(error, 'not_found')) throw error;
      }
    }
    throw new CodedError('not_found', 'not_found');
  };
