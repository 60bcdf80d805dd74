import type { Channels } from '../conversation/channel.ts';
import type { Engine } from '../conversation/engine.ts';
import type { Learning } from '../conversation/learning.ts';
import type { Repertoire } from '../kit/dialog.ts';
import type { Help } from '../kit/help.ts';
import type { SecondLook, Understand } from '../kit/understood.ts';
import type { Sql } from '../lib/sql.ts';
import { openIdentity } from '../portal/identity/index.ts';
import { type ChatUser, chooseAccount, recognise } from '../portal/identity.ts';
import { openPortal, type Portal } from '../portal/open.ts';
import type { PortalServices } from '../portal/operation.ts';
import { openHelp } from '../understanding/help/index.ts';
import { HELP } from './folders.ts';

interface Deps {
  services: PortalServices;
  /** On the system's role. */
  sql: Sql;
  channels: Channels;
  repertoire: Repertoire<Portal>;
  understand: Understand;
  secondLook?: SecondLook | undefined;
  learning?: Learning | undefined;
  /** With a language model where one is configured; else the articles alone. */
  help?: Help | undefined;
  /** A chat user works for another account now. */
  switched?(user: ChatUser): void;
}

/** What conversations are made with, on one portal. */
export function engineOf(deps: Deps): Engine<Portal> {
  const { services, sql, channels, repertoire, understand, help = openHelp({ articlesDir: HELP }), switched } = deps;
  const { clock, ids, log } = services;
  const { secondLook, learning } = deps;
  return {
    ...{ repertoire, understand, secondLook, learning, help, channels, clock, ids, log },
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
