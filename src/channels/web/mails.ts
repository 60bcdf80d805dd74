import { download, json, type Route } from '../../http/exchange.ts';
import { CodedError } from '../../lib/errors.ts';

/** What was sent, as the mail folder keeps it. All throw CodedError `not_found` for a mail that is not there. */
export interface Mails {
  list(): Promise<readonly unknown[]>;
  read(file: string): Promise<unknown>;
  attachment(file: string, index: number): Promise<{ name: string; type: string; bytes: Uint8Array }>;
}

/** `GET /web/mails`, one of them, and its attachments. */
export const mailRoutes = (mails: Mails): Route[] => [
  { method: 'GET', path: '/web/mails', handle: async () => json(await mails.list()) },
  { method: 'GET', path: '/web/mails/:file', handle: async ({ params }) => json(await mails.read(params.file ?? '')) },
  {
    method: 'GET',
    path: '/web/mails/:file/:index',
    async handle({ params }) {
      if (!/^\d{1,3}$/.test(params.index ?? '')) throw new CodedError('not_found', 'mail');
      return download(await mails.attachment(params.file ?? '', Number(params.index)));
    },
  },
];
