import type { PortalServices } from '../operation.ts';
import { holdersOf } from '../people/directory.ts';
import { lockAccount } from '../people/lock.ts';
import type { AddedMethod } from '../ports.ts';
import type { AccountScope } from '../scope.ts';
import { detach } from './detach.ts';
import { inBilling } from './in-billing.ts';

/**
 * Puts on file what somebody added on the provider's page; told again it changes nothing. Whoever may not change
 * methods any more, or whose page had ended, has added nothing; neither has who added what is on file already. What is
 * not wanted is kept as taken away, and so at the gateway.
 */
export async function takeIn(services: PortalServices, accountId: string, setupId: string, added: AddedMethod) {
  const unwanted = await inBilling(services, accountId, async (scope) => {
    await lockAccount(scope);
    const { tx, now } = scope;
    const setup = await tx.methodSetup.findUniqueOrThrow({ where: { id: setupId } });
    if (setup.methodId) return undefined;
    const { contactId } = setup;
    const holders = holdersOf(await scope.people(), 'billing.change');
    const may = setup.state === 'open' && holders.some(({ id }) => id === contactId);
    const same = may && (await onFile(scope, added.sameAs ?? []));
    const wanted = may && !same;
    const methodId = await keep(scope, setupId, added, wanted);
    const data = { state: may ? 'done' : 'refused', methodId, endedAt: now };
    await tx.methodSetup.update({ where: { id: setupId }, data });
    const object = `method:${added.last4}`;
    scope.audit({
      action: same ? 'billing.methodAgain' : 'billing.methodAdded',
      object,
      outcome: may ? 'done' : 'refused',
    });
    if (may) {
      const details = same ? { methodId: same.id, already: true } : { methodId };
      await scope.notify({ to: contactId, kind: 'billing.method_added', key: `method_setup:${setupId}`, details });
    }
    return wanted ? undefined : methodId;
  });
  if (unwanted) await detach(services, accountId, unwanted);
}

const onFile = ({ tx }: AccountScope, tokens: readonly string[]) =>
  tx.paymentMethod.findFirst({ where: { token: { in: [...tokens] }, removedAt: null }, select: { id: true } });

/** The first method, and one added while no default stands, becomes the default. */
async function keep({ tx, ids, now }: AccountScope, setupId: string, added: AddedMethod, wanted: boolean) {
  const { kind, last4, token, brand = null, expMonth = null, expYear = null } = added;
  const defaults = await tx.paymentMethod.count({ where: { isDefault: true, removedAt: null } });
  const isDefault = wanted && defaults === 0;
  const id = ids.uuid();
  const own = { id, externalId: `added:${setupId}`, isDefault, removedAt: wanted ? null : now };
  await tx.paymentMethod.create({ data: { ...own, kind, last4, token, brand, expMonth, expYear } });
  return id;
}

/** Writes down that a page ended with nothing added, and tells whoever asked for it. */
export async function endSetup(
  services: PortalServices,
  accountId: string,
  setupId: string,
  to: 'cancelled' | 'expired',
): Promise<void> {
  await inBilling(services, accountId, async (scope) => {
    const where = { id: setupId, state: 'open' };
    const { count } = await scope.tx.methodSetup.updateMany({ where, data: { state: to, endedAt: scope.now } });
    if (count === 0) return;
    const { contactId } = await scope.tx.methodSetup.findUniqueOrThrow({ where: { id: setupId } });
    scope.audit({ action: 'billing.setupEnded', outcome: 'done', details: { reason: to } });
    await scope.notify({
      ...{ to: contactId, kind: 'billing.setup_ended', key: `method_setup:${setupId}` },
      details: { to },
    });
  });
}
