import { z } from 'zod';
import { CodedError } from '../../lib/errors.ts';
import { changing } from '../operation.ts';
import { answer } from '../payments/gateway-call.ts';
import { SPAN } from '../payments/states.ts';

/** The provider's page on which a method can be added. Whoever knows the address can add one there. */
export interface SetupPage {
  id: string;
  kind: 'card' | 'bank';
  url: string;
  /** ISO 8601 in UTC. */
  expiresAt: string;
}

/**
 * Opens the provider's page for adding one method (PRODUCT.md section 3: never in chat), good for 30 minutes; repeated
 * with its key it is the same page. Throws `unavailable` `setup_not_opened` where the provider can't be reached.
 */
export const addMethod = changing({
  permission: 'billing.change',
  input: z.strictObject({
    /** Which way comes first on the page. */
    kind: z.enum(['card', 'bank']).default('card'),
  }),
  async handle(scope, { kind }) {
    const { tx, now, actor, account, locale } = scope;
    const id = scope.ids.uuid();
    const expiresAt = new Date(now.getTime() + SPAN.page);
    await tx.methodSetup.create({ data: { id, contactId: actor.id, state: 'open', createdAt: now, expiresAt } });
    scope.audit({ action: 'billing.addMethod', outcome: 'done' });
    return { id, kind, locale, customer: { id: account.id, name: account.name }, expiresAt: expiresAt.toISOString() };
  },
  async complete({ services }, { id, kind, locale, customer, expiresAt }): Promise<SetupPage> {
    const request = { key: id, kind, customer, locale, expiresAt: new Date(expiresAt) };
    const opened = await answer({ services }, (gateway) => gateway.openSetup(request));
    if (!opened) throw new CodedError('unavailable', 'setup_not_opened');
    return { id, kind, url: opened.url, expiresAt };
  },
});
