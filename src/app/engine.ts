import type { Channels } from '../conversation/channel.ts';
import type { Engine } from '../conversation/engine.ts';
import type { Repertoire } from '../kit/dialog.ts';
import type { Understand } from '../kit/understood.ts';
import type { Sql } from '../lib/sql.ts';
import { openIdentity } from '../portal/identity/index.ts';
import { type ChatUser, chooseAccount, recognise } from '../portal/identity.ts';
import { openPortal, type Portal } from '../portal/open.ts';
import type { PortalServices } from '../portal/operation.ts';

interface Deps {
  services: PortalServices;
  /** On the system's role. */
  sql: Sql;
  channels: Channels;
  repertoire: Repertoire<Portal>;
  understand: Understand;
  /** A chat user works for another account now. */
  switched?(user: ChatUser): void;
}

/** What conversations are made with, on one portal. */
export function engineOf({ services, sql, channels, repertoire, understand, switched }: Deps): Engine<Portal> {
  const { clock, ids, log } = services;
  return {
    ...{ repertoire, understand, channels, clock, ids, log },
    byIntent: new Map(repertoire.dialogs.map((dialog) => [dialog.intent, dialog])),
    recognise: (user, hint, accountId) => recognise(sql, user, hint, accountId),
    async chooseAccount(user, accountId) {
      await chooseAccount(sql, user, accountId);
      switched?.(user);
    },
    openPortal: (principal, via) => openPortal(services, principal, via),
    identity: openIdentity({ services, system: sql }),
  };
}
