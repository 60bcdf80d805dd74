import { dispute } from './dispute.ts';
import { email } from './email.ts';
import { find } from './find.ts';
import { list } from './list.ts';
import { pdf } from './pdf.ts';
import { recipients } from './recipients.ts';
import { show } from './show.ts';
import { totals } from './totals.ts';

export const invoices = { list, totals, find, show, pdf, email, dispute, recipients };
