import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const ACCOUNTS = 20;
const LINES = 3;

/** Writes a document of `count` invoices with three lines each, over twenty accounts, to `path`; a third is paid. */
export async function generateLoad(path: string, count: number): Promise<void> {
  await pipeline(Readable.from(document(count)), createWriteStream(path));
}

function* document(count: number): Generator<string> {
  const accounts = Array.from({ length: ACCOUNTS }, (_, at) => ({
    id: `A${at}`,
    name: `Company ${at}`,
    timeZone: 'Europe/Warsaw',
    supportEmail: 'support@vendor.example',
  }));
  yield `{"accounts": ${JSON.stringify(accounts)}, "invoices": [`;
  for (let at = 0; at < count; at += 1) yield `${at === 0 ? '' : ','}\n${JSON.stringify(invoice(at))}`;
  yield ']}\n';
}

function invoice(at: number) {
  const month = String((at % 12) + 1).padStart(2, '0');
  return {
    id: `I${at}`,
    account: `A${at % ACCOUNTS}`,
    number: `FV/2026/${month}/${String(at).padStart(6, '0')}`,
    purchaseOrder: `PO ${4_500_000 + at}`,
    type: 'subscription',
    issuedOn: `2026-${month}-05`,
    dueOn: `2026-${month}-28`,
    currency: 'PLN',
    lines: Array.from({ length: LINES }, (_, line) => ({
      product: `Cloud Database, ${line + 1} processors`,
      quantity: '1',
      unitPrice: `${100 + line}.00`,
      amount: `${100 + line}.00`,
      periodFrom: `2026-${month}-01`,
      periodTo: `2026-${month}-28`,
    })),
    tax: '69.69',
    total: '372.69',
    payments: at % 3 === 0 ? [{ reference: `transfer ${at}`, paidOn: `2026-${month}-20`, amount: '372.69' }] : [],
  };
}
