import { z } from 'zod';
import { storeFile } from '../files/store.ts';
import { changing } from '../operation.ts';
import { invoiceFile } from './document.ts';

/** An invoice's PDF, stored for the person who asked, and the download written down. Throws `not_found`. */
export const pdf = changing({
  permission: 'invoices.read',
  input: z.strictObject({ id: z.uuid() }),
  async handle(scope, { id }) {
    const { number, ...file } = await invoiceFile(scope, id, scope.locale);
    scope.audit({ action: 'invoices.pdf', object: `invoice:${number}`, outcome: 'done' });
    return { number, file: await storeFile(scope, 'invoices.read', file) };
  },
});
