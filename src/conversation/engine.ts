import type { IntentName } from '../kit/contract.ts';
import type { AnyDialog, Repertoire } from '../kit/dialog.ts';
import type { Help } from '../kit/help.ts';
import type { SecondLook, Understand } from '../kit/understood.ts';
import type { Clock, Ids } from '../lib/clock.ts';
import type { Locale } from '../lib/locale.ts';
import type { Logger } from '../lib/logger.ts';
import type { Identity } from '../portal/identity/index.ts';
import type { ChatUser, Recognition } from '../portal/identity.ts';
import type { Principal } from '../portal/principal.ts';
import type { Address, ChannelName, Channels, Place } from './channel.ts';
import type { Learning } from './learning.ts';

/** What turns and notices are made with; `P` is the portal's door. */
export interface Engine<P> {
  repertoire: Repertoire<P>;
  byIntent: ReadonlyMap<IntentName, AnyDialog<P>>;
  understand: Understand;
  /** What looks again at texts that `understand` is unsure of; absent where it is alone. */
  secondLook?: SecondLook | undefined;
  /** Keeps what was not understood; absent where nothing is to be kept. */
  learning?: Learning | undefined;
  help: Help;
  recognise(user: ChatUser, hint: Locale, accountId?: string): Promise<Recognition>;
  chooseAccount(user: ChatUser, accountId: string): Promise<void>;
  openPortal(principal: Principal, via: ChannelName): P;
  channels: Channels;
  identity: Identity;
  clock: Clock;
  ids: Ids;
  log: Logger;
}

/** The direct messages with a chat user, who did something at the address; undefined on a channel that is switched off. */
export const directOf = <P>({ channels }: Engine<P>, user: ChatUser, near?: Address): Place | undefined =>
  channels[user.channel]?.direct(user, near);
