import type { Repertoire } from '../src/conversation/engine.ts';
import type { Portal } from '../src/portal/open.ts';

/** Everything people can ask for and be told. Adding a dialog, a matter or a notice is a line here. */
export const repertoire: Repertoire<Portal> = {
  dialogs: [],
  matters: [],
  notices: [],
};
