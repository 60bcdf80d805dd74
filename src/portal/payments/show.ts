import { z } from 'zod';
import { reading } from '../operation.ts';
import { requirePermission } from '../permit.ts';
import { RESERVING } from './states.ts';
import { type PaymentView, readPayment, readPayments } from './view.ts';

/** One payment: to whoever may read payments, to its payer, and to those who decide about it. */
export const show = reading({
  permission: 'own',
  input: z.strictObject({ id: z.uuid() }),
  async handle(scope, { id }): Promise<PaymentView> {
    const payment = await readPayment(scope, id, scope.actor.id);
    const deciders = (await scope.people()).decidersFor(payment.payer.id);
    const concerned = payment.payer.id === scope.actor.id || deciders.some((one) => one.id === scope.actor.id);
    if (!concerned) await requirePermission(scope, 'payments.read');
    return payment;
  },
});

/** More waiting ones than this are not listed at once; the oldest come first. */
const MOST_WAITING = 100;

export interface Waiting {
  /** What the person asking may decide now. */
  toDecide: PaymentView[];
  /** The person's own payments that have not ended. */
  mine: PaymentView[];
}

/** What waits for the person asking, and what they wait for; the oldest first. */
export const waiting = reading({
  permission: 'own',
  input: z.strictObject({}),
  async handle(scope): Promise<Waiting> {
    const { tx, actor } = scope;
    const people = await scope.people();
    const decidesFor = people.all.filter(({ id }) => people.decidersFor(id).some((one) => one.id === actor.id));
    const list = async (where: object) => {
      const rows = await tx.payment.findMany({
        where,
        select: { id: true },
        orderBy: [{ confirmedAt: 'asc' }, { id: 'asc' }],
        take: MOST_WAITING,
      });
      return readPayments(
        scope,
        rows.map(({ id }) => id),
        actor.id,
      );
    };
    return {
      toDecide: await list({ state: 'awaiting_approval', payerId: { in: decidesFor.map(({ id }) => id) } }),
      mine: await list({ state: { in: [...RESERVING] }, payerId: actor.id }),
    };
  },
});
