import type { DemoAccount } from '../support/demonstration.ts';
import type { World } from '../support/portal.ts';
import type { IdFor } from './every-operation-inputs.ts';
import { newKey, payFor } from './payments/support.ts';

/** Which table the ids of a module's operations, or of one of their fields, are of. */
const TABLES: Readonly<Record<string, string>> = {
  ...{
    access: 'role_request',
    billing: 'payment_method',
    contracts: 'contract',
    dues: 'payment_due',
    files: 'stored_file',
  },
  ...{ invitations: 'invitation', invoices: 'invoice', links: 'chat_link', orders: 'order', payments: 'payment' },
  ...{ actorId: 'contact', batchId: 'reward_batch', contactId: 'contact', invoice: 'invoice', invoiceId: 'invoice' },
  ...{ method: 'payment_method', of: 'contract', to: 'contact' },
};

interface Doers {
  payer: string;
  /** The number of an invoice and the last digits of a method to pay a part of it with. */
  pays: { invoice: string; method: string; amount: string; currency: string };
  asker: string;
}

/** Has people of the account ask for and pay something, so that there is one of everything to name. */
export async function somethingOfEverything(world: World, account: DemoAccount, { payer, pays, asker }: Doers) {
  const [paying, asking] = [world.portalFor(account, payer), world.portalFor(account, asker)];
  const invoice = await account.idOf('invoice', 'number', pays.invoice);
  const method = { id: await account.idOf('payment_method', 'last4', pays.method) };
  await payFor(paying, { [invoice]: { amount: pays.amount, currency: pays.currency } }, method);
  await paying.invoices.pdf({ key: newKey(), id: invoice });
  await asking.access.request({ key: newKey(), role: 'finance' });
  const email = `new@${account.email(asker).split('@')[1]}`;
  await asking.invitations.invite({ key: newKey(), email, name: 'Nora New', roles: ['technical'] });
  await world.database.pools.owner.query(
    `INSERT INTO chat_link ("accountId", "contactId", platform, "tenantId", "userId", email) VALUES ($1, $2, 'web', 'demo', $3, $3)`,
    [account.id, account.person(asker), account.email(asker)],
  );
}

/** Names the account's first thing of the kind an operation's field is about. */
export async function idsOf({ database }: World, account: DemoAccount): Promise<(operation: string) => IdFor> {
  const first = new Map<string, string>();
  for (const table of new Set(Object.values(TABLES))) {
    const { rows } = await database.pools.owner.query<{ id: string }>(
      `SELECT id FROM "${table}" WHERE "accountId" = $1 ORDER BY id LIMIT 1`,
      [account.id],
    );
    first.set(table, rows[0]!.id);
  }
  return (operation) => (path) => {
    const steps = [operation.split('.')[0]!, ...path.split('.')];
    const about = steps.findLast((step) => TABLES[step]) ?? '';
    const id = first.get(TABLES[about] ?? '');
    if (!id) throw new Error(`test/portal/every-operation-ids.ts does not know what ${operation} ${path} is an id of`);
    return id;
  };
}
