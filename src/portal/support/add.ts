import { z } from 'zod';
import { CodedError } from '../../lib/errors.ts';
import { changing } from '../operation.ts';
import { ADDED_TEXTS } from './texts.ts';

/** So long may what is added be, in characters. */
const MOST_ADDED = 4000;

/**
 * Adds to a case of one's own: it stands with the case, and the support address gets a mail. Throws `not_found`, also
 * for another person's case.
 */
export const add = changing({
  permission: 'own',
  input: z.strictObject({ number: z.string().max(40), text: z.string().trim().min(1).max(MOST_ADDED) }),
  async handle(scope, { number, text }) {
    const { tx, account, actor, locale } = scope;
    const one = await tx.supportCase.findFirst({ where: { number, contactId: actor.id } });
    if (!one) throw new CodedError('not_found', 'not_found');
    await tx.$executeRaw`UPDATE support_case SET body = body || ${`\n\n${actor.name}: ${text}`} WHERE id = ${one.id}::uuid`;
    const texts = ADDED_TEXTS[locale];
    await scope.mail({
      to: account.supportEmail,
      subject: texts.subject(number, account.name),
      text: texts.text({
        number,
        account: account.name,
        name: actor.name,
        email: actor.email,
        via: scope.via,
        body: text,
      }),
    });
    scope.audit({ action: 'support.add', object: `case:${number}`, outcome: 'done' });
    return { number };
  },
});
