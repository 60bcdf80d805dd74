import { z } from 'zod';
import { CodedError } from '../../lib/errors.ts';
import { isLocale, type Locale } from '../../lib/locale.ts';
import { reading } from '../operation.ts';
import type { Person } from '../people/directory.ts';
import { namesWhom, whom } from '../people/find.ts';
import { allows } from '../policy.ts';
import type { Scope } from '../scope.ts';

export interface Recipient {
  id: string;
  name: string;
  email: string;
  locale: Locale;
}

const mayReceive = ({ status, roles }: Person): boolean => status === 'active' && allows('invoices.read', roles, false);

export interface PossibleRecipient {
  id: string;
  name: string;
  email: string;
  isYou: boolean;
  /** Active, and may read invoices. */
  allowed: boolean;
}

/** Whom invoices can be mailed to; with `who`, whom those words mean, also where they may not get any. */
export const recipients = reading({
  permission: 'invoices.read',
  input: z.strictObject({ who: whom.optional() }),
  async handle(scope, { who }): Promise<PossibleRecipient[]> {
    const { all } = await scope.people();
    const meant = who ? namesWhom(who, all) : all.filter(mayReceive);
    return meant.map((person) => ({
      ...{ id: person.id, name: person.name, email: person.email },
      ...{ isYou: person.id === scope.actor.id, allowed: mayReceive(person) },
    }));
  },
});

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
    const { name, email } = person;
    if (!mayReceive(person)) {
      throw new CodedError('invalid', 'may_not_read_invoices', { field: 'to', name, email });
    }
    const own = languages.find((one) => one.id === id)?.locale;
    return { id, name, email, locale: isLocale(own) ? own : scope.locale };
  });
}
