import type { Repertoire } from '../src/conversation/engine.ts';
import type { Portal } from '../src/portal/open.ts';
import { bye } from './help/bye.ts';
import { greet } from './help/greet.ts';
import { handOver } from './help/handover.ts';
import { showMenu } from './help/menu.ts';
import { thanks } from './help/thanks.ts';
import { downloadInvoice } from './invoices/download.ts';
import { emailInvoices } from './invoices/email.ts';
import { listInvoices } from './invoices/list.ts';
import { showInvoice } from './invoices/show.ts';

/** Everything people can ask for and be told. Adding a dialog, a matter or a notice is a line here. */
export const repertoire: Repertoire<Portal> = {
  dialogs: [
    // help
    bye,
    greet,
    handOver,
    showMenu,
    thanks,
    // invoices
    listInvoices,
    showInvoice,
    downloadInvoice,
    emailInvoices,
  ],
  matters: [],
  notices: [],
};
