import type { PortalServices } from '../operation.ts';
import { answer } from '../payments/gateway-call.ts';
import { inBilling } from './in-billing.ts';

/**
 * Has the gateway take away a method that was removed here, where it has not yet; a gateway that can't be reached is
 * asked again by the job. Safe to repeat at any time.
 */
export async function detach(services: PortalServices, accountId: string, methodId: string): Promise<void> {
  const token = await inBilling(services, accountId, async ({ tx }) => {
    const gone = await tx.paymentMethod.findFirst({
      where: { id: methodId, removedAt: { not: null }, detachedAt: null },
      select: { token: true },
    });
    return gone?.token;
  });
  if (token === undefined) return;
  const told = await answer({ services }, async (gateway) => {
    await gateway.removeMethod(token);
    return true;
  });
  if (!told) return;
  await inBilling(services, accountId, async (scope) => {
    const { count } = await scope.tx.paymentMethod.updateMany({
      where: { id: methodId, detachedAt: null },
      data: { detachedAt: scope.now },
    });
    if (count === 0) return;
    const { last4 } = await scope.tx.paymentMethod.findUniqueOrThrow({ where: { id: methodId } });
    scope.audit({ action: 'billing.detachMethod', object: `method:${last4}`, outcome: 'done' });
  });
}
