import { z } from 'zod';
import { CodedError } from '../../lib/errors.ts';
import { reading } from '../operation.ts';
import { type MethodView, readMethods } from '../payments/method-view.ts';
import type { AccountScope } from '../scope.ts';
import type { BillingContact } from './contact.ts';

/** What the account is billed by, without its methods. */
export interface BillingDetails {
  contact: BillingContact;
  /** Its lines parted by line feeds. */
  address: string;
  taxNumber: string | null;
  /** How often people changed the contact: what was shown is changed only while it is still so. */
  version: number;
}

/** The billing profile (PRODUCT.md section 4); `details` is absent where the portal has none of the account. */
export interface ProfileView {
  details: BillingDetails | null;
  methods: MethodView[];
  mayChange: boolean;
}

/** The account's billing profile. */
export const profile = reading({
  permission: 'billing.read',
  input: z.strictObject({}),
  handle: async (scope): Promise<ProfileView> => ({
    details: await readDetails(scope),
    methods: await readMethods(scope),
    mayChange: scope.may('billing.change'),
  }),
});

async function readDetails({ tx }: Pick<AccountScope, 'tx'>): Promise<BillingDetails | null> {
  const row = await tx.billingProfile.findFirst();
  if (!row) return null;
  const { contactName: name, contactEmail: email, contactPhone: phone, address, taxNumber } = row;
  return { contact: { name, email, phone }, address, taxNumber, version: row.contactVersion };
}

/** What the account is billed by; throws `conflict` `no_billing_profile` where the portal has nothing of it. */
export async function requireDetails(scope: Pick<AccountScope, 'tx'>): Promise<BillingDetails> {
  const details = await readDetails(scope);
  if (!details) throw new CodedError('conflict', 'no_billing_profile');
  return details;
}
