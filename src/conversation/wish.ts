import { z } from 'zod';
import { INTENTS, type IntentName } from '../kit/contract.ts';
import type { FrameSlots } from '../kit/dialog.ts';

const text = z.string().min(1).max(400);

/** What a wish may carry; the portal decides about all of it, as about typed text. */
const slots: z.ZodType<FrameSlots> = z
  .strictObject({
    ...{ invoice: text, order: text, contract: text, status: text, ordinal: text, email: text, name: text },
    ...{ mention: text, phone: text, role: text, method: text, format: text, organization: text, locale: text },
    ...{ topic: text, enabled: text, question: text, reason: text, ref: text },
    amount: z.strictObject({ value: text, currency: text.optional() }),
    period: z.strictObject({ from: z.iso.date(), to: z.iso.date() }),
  })
  .partial() as z.ZodType<FrameSlots>;

/** A wish as it comes in ready-made, e.g. from a button of a home page: out of the contract, and nothing else. */
export const wishSchema = z.object({ intent: z.enum(Object.keys(INTENTS) as [IntentName, ...IntentName[]]), slots });
