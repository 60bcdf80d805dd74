import { z } from 'zod';
import { phoneNumber } from '../../lib/phone.ts';

/** Whom the billing team writes to and calls (PRODUCT.md section 4). */
export interface BillingContact {
  name: string;
  email: string;
  phone: string | null;
}

/** A person's or a department's name: at least one letter, no address and nothing that ends a line. */
const contactName = z
  .string()
  .trim()
  .max(120)
  .regex(/^[^\p{Cc}@<>]*\p{L}[^\p{Cc}@<>]*$/u);

const contactPhone = z
  .string()
  .max(40)
  .transform((text, context) => {
    const number = phoneNumber(text);
    if (number === undefined) context.addIssue({ code: 'custom', message: 'a telephone number' });
    return number ?? '';
  });

/** A billing contact, each field in the form it is kept in. */
export const billingContact = z.strictObject({
  name: contactName,
  email: z.string().trim().toLowerCase().max(254).pipe(z.email()),
  phone: contactPhone.nullable(),
});
