import { CodedError } from '../../lib/errors.ts';
import { isLocale, type Locale } from '../../lib/locale.ts';
import { allows } from '../policy.ts';
import type { Scope } from '../scope.ts';

export interface Recipient {
  id: string;
  name: string;
  email: string;
  locale: Locale;
}

/**
 * Who gets the mail: contacts of the account, active, who may read invoices; an address is never taken from anywhere
 * else. Nobody named means oneself. Throws `not_found`, and `invalid` `may_not_read_invoices` with the name.
 */
export async function readRecipients(scope: Scope, ids: readonly string[] | undefined): Promise<Recipient[]> {
  const wanted = [...new Set(ids ?? [scope.actor.id])];
  const people = await scope.people();
  const languages = await scope.tx.contact.findMany({
    where: { id: { in: wanted } },
    select: { id: true, locale: true },
  });
  return wanted.map((id) => {
    const person = people.byId(id);
    if (!person) throw new CodedError('not_found', 'not_found', {});
    const { name, email, status, roles } = person;
    if (status !== 'active' || !allows('invoices.read', roles, false)) {
      throw new CodedError('invalid', 'may_not_read_invoices', { field: 'to', name, email });
    }
    const own = languages.find((one) => one.id === id)?.locale;
    return { id, name, email, locale: isLocale(own) ? own : scope.locale };
  });
}
