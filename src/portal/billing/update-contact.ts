import { z } from 'zod';
import { CodedError } from '../../lib/errors.ts';
import { changing, reading } from '../operation.ts';
import { type BillingContact, billingContact } from './contact.ts';
import { requireDetails } from './profile.ts';

/** The contact as it stands and what of `contact` can be taken; throws `invalid` with the field, `no_billing_profile`. */
export const checkContact = reading({
  permission: 'billing.change',
  input: billingContact.partial(),
  async handle(scope, checked) {
    const { contact, version } = await requireDetails(scope);
    return { contact, version, checked };
  },
});

/**
 * Changes the billing contact, of which the load then keeps its hands off. Throws `invalid` with the field, and
 * `conflict`: `no_billing_profile`, or `contact_changed` where it is not what was shown any more.
 */
export const updateContact = changing({
  permission: 'billing.change',
  exclusive: true,
  input: z.strictObject({
    contact: billingContact,
    /** Of the contact that was shown. */
    version: z.int().min(0),
  }),
  async handle(scope, { contact, version }) {
    const { contact: before, version: now } = await requireDetails(scope);
    if (now !== version) throw new CodedError('conflict', 'contact_changed', { name: before.name });
    if (sameContact(before, contact)) return { before, contact, version, changed: false };
    const { name: contactName, email: contactEmail, phone: contactPhone } = contact;
    const data = { contactName, contactEmail, contactPhone, contactVersion: version + 1 };
    await scope.tx.billingProfile.updateMany({ where: { accountId: scope.account.id }, data });
    const details = { from: inWords(before), to: inWords(contact) };
    scope.audit({ action: 'billing.updateContact', outcome: 'done', details });
    return { before, contact, version: version + 1, changed: true };
  },
});

const sameContact = (one: BillingContact, other: BillingContact): boolean =>
  one.name === other.name && one.email === other.email && one.phone === other.phone;

const inWords = ({ name, email, phone }: BillingContact): string => [name, email, ...(phone ? [phone] : [])].join(', ');
