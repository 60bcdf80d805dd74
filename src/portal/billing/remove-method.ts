import { z } from 'zod';
import { CodedError } from '../../lib/errors.ts';
import { changing } from '../operation.ts';
import { detach } from './detach.ts';
import { readRemoval, requireMethod } from './removal.ts';

/**
 * Takes a method off file, here and then at the gateway; no load brings it back. Throws `not_found`
 * `method_not_on_file`, and `conflict` `method_needed` with the payments and payments due that can't do without it.
 */
export const removeMethod = changing({
  permission: 'billing.change',
  exclusive: true,
  input: z.strictObject({
    id: z.uuid(),
    /** Which becomes the default in its place; else the likeliest. */
    heir: z.uuid().optional(),
  }),
  async handle(scope, { id, heir: wanted }) {
    const { tx, now } = scope;
    const { method, neededBy, heirs } = await readRemoval(scope, id);
    const { last4 } = method;
    if (neededBy.payments.length + neededBy.dues.length > 0) {
      throw new CodedError('conflict', 'method_needed', { last4, ...neededBy });
    }
    const heir = wanted ? requireMethod(heirs, wanted) : heirs[0];
    await tx.paymentMethod.update({ where: { id }, data: { isDefault: false, removedAt: now } });
    if (heir) await tx.paymentMethod.update({ where: { id: heir.id }, data: { isDefault: true } });
    const details = heir && { details: { to: heir.last4 } };
    scope.audit({ action: 'billing.removeMethod', object: `method:${last4}`, outcome: 'done', ...details });
    return { method, heir: heir ? { ...heir, isDefault: true } : null };
  },
  async complete({ services, accountId }, result) {
    await detach(services, accountId, result.method.id);
    return result;
  },
});
