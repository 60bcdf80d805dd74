import type { Dialog, HomePart, Context as KitContext, Matter, NoticeText, Slot, SlotsOf } from '../src/kit/dialog.ts';
import type { Portal } from '../src/portal/open.ts';
import type { Permission } from '../src/portal/policy.ts';

/** The world as our dialogs see it: the kit's context with our portal in it. */
export type Context = KitContext<Portal>;

/** Declares a dialog; a missing language, an unknown permission or an operation the portal lacks does not compile. */
export const defineDialog = <S extends SlotsOf<Portal>, T extends object>(
  dialog: Dialog<Portal, Permission, S, T>,
): Dialog<Portal, Permission, S, T> => dialog;

/** A value the dialog can't do without: it is asked for. */
export const slot = <V>(
  slot: Omit<Slot<Portal, V, false>, 'optional'> & Required<Pick<Slot<Portal, V>, 'ask'>>,
): Slot<Portal, V, false> => slot;

/** A value that is taken when it was said and never asked for. */
export const optional = <V>(slot: Omit<Slot<Portal, V, true>, 'optional' | 'ask'>): Slot<Portal, V, true> => ({
  ...slot,
  optional: true,
});

export const defineMatter = (matter: Matter<Portal>): Matter<Portal> => matter;
export const defineNotice = (notice: NoticeText<Portal>): NoticeText<Portal> => notice;

/** A part of the home page; an unknown permission does not compile. */
export const defineHomePart = (part: HomePart<Portal> & { permission: Permission }): HomePart<Portal> => part;
