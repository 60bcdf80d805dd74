import { z } from 'zod';
import { reading } from '../operation.ts';
import { type ContractRow, readRows } from './row.ts';

/** What can be done with a contract; `on` and `off` are its automatic renewal. */
const DEEDS = ['renew', 'on', 'off'] as const;

/** The contracts with which that can be done now, at most `limit`, the one that ends first at first. */
export const candidates = reading({
  permission: 'contracts.renew',
  input: z.strictObject({ to: z.enum(DEEDS), limit: z.number().int().min(1).max(100).default(8) }),
  async handle(scope, { to, limit }): Promise<ContractRow[]> {
    const found = await scope.tx.contract.findMany({
      where:
        to === 'renew'
          ? { kind: 'support' }
          : { autoRenew: to === 'off', endsOn: { gte: new Date(`${scope.today}T00:00:00Z`) } },
      orderBy: [{ endsOn: 'asc' }, { number: 'asc' }],
      select: { id: true },
    });
    const rows = await readRows(
      scope,
      found.map(({ id }) => id),
    );
    return rows.filter(({ renewable }) => to !== 'renew' || renewable).slice(0, limit);
  },
});
