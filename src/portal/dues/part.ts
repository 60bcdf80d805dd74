import { CodedError } from '../../lib/errors.ts';
import { type Money, money } from '../../lib/money.ts';
import { readBalances, requireOpen } from '../payments/balances.ts';
import { type ChosenMethod, chosen, type Offer, offered } from '../payments/choice.ts';
import { type MethodChoice, readMethods } from '../payments/method-view.ts';
import type { Part } from '../payments/wanted.ts';
import type { Scope } from '../scope.ts';

/**
 * A payment due as what a payment is for: all of it. Throws `not_found`, `conflict` as `requireOpen`, and `due_changed`
 * where it is not the amount the person was shown any more.
 * @param shown absent where nobody was shown one
 */
export async function readDuePart(scope: Scope, id: string, shown?: Money): Promise<Part> {
  const [balance] = await readBalances(scope.tx, [id]);
  if (!balance || balance.kind === 'invoice') throw new CodedError('not_found', 'not_found');
  requireOpen(balance);
  const { kind, number, currency } = balance;
  const pay = money(balance.left, currency);
  if (shown && (shown.currency !== currency || !balance.left.equals(shown.amount))) {
    throw new CodedError('conflict', 'due_changed', { kind, number, amount: pay });
  }
  return { balance, pay };
}

/**
 * What a payment due is paid with, checked. Throws as `chosen`, and `conflict` `alternative_needed` for the card on which
 * the charge failed.
 */
export async function chosenFor(scope: Scope, { balance }: Part, choice: ChosenMethod): Promise<MethodChoice> {
  if ('id' in choice && choice.id === (await failedOn(scope, balance.id))) {
    throw new CodedError('conflict', 'alternative_needed', { number: balance.number });
  }
  return chosen(scope, choice);
}

/** What is offered for it: for a failed transaction nothing but the page where that is all there is, so it is asked. */
export async function offeredFor(scope: Scope, { balance }: Part): Promise<Offer> {
  if (balance.kind !== 'expired_card' || scope.payments === 'hosted') return offered(scope);
  const card = await failedOn(scope, balance.id);
  const others = (await readMethods(scope)).filter(({ id, expired }) => !expired && id !== card);
  return others.length > 0 ? { method: null, why: 'alternative' } : { method: { page: true } };
}

/** The card on which the charge of a transaction failed; of other payments due there is none. */
async function failedOn({ tx }: Scope, id: string): Promise<string | null> {
  const due = await tx.paymentDue.findUnique({ where: { id }, select: { kind: true, methodId: true } });
  return due?.kind === 'expired_card' ? due.methodId : null;
}
