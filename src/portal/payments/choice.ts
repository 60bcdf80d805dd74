import { z } from 'zod';
import { CodedError } from '../../lib/errors.ts';
import type { Scope } from '../scope.ts';
import { chargeableMethod, type MethodChoice, readMethods } from './method-view.ts';

/** A method on file by its id, or the provider's hosted page. */
export const methodChoice = z.union([z.strictObject({ id: z.uuid() }), z.strictObject({ page: z.literal(true) })]);

export type ChosenMethod = z.output<typeof methodChoice>;

/**
 * What a payment is paid with, checked: a method that can be charged now, or the page. Throws as `chargeableMethod`
 * does, and `conflict` `page_only` for a method on file where everything goes to the page.
 */
export async function chosen(scope: Scope, choice: ChosenMethod): Promise<MethodChoice> {
  if ('page' in choice) return choice;
  if (scope.payments === 'hosted') throw new CodedError('conflict', 'page_only');
  return chargeableMethod(scope, choice.id);
}

/** Why nothing can be offered; `alternative`: the charge failed on a card, so another method has to be named for it. */
export type WhyNone = 'default_expired' | 'no_default' | 'alternative';

/** What is offered when nobody said how to pay, and why another has to be asked for where nothing can be offered. */
export type Offer = { method: MethodChoice } | { method: null; why: WhyNone };

/** What is offered for anything but a failed transaction. */
export async function offered(scope: Scope): Promise<Offer> {
  if (scope.payments === 'hosted') return { method: { page: true } };
  const methods = await readMethods(scope);
  const preferred = methods.find(({ isDefault }) => isDefault);
  if (preferred) return preferred.expired ? { method: null, why: 'default_expired' } : { method: preferred };
  return methods.some(({ expired }) => !expired) ? { method: null, why: 'no_default' } : { method: { page: true } };
}
