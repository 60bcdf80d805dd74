import { z } from 'zod';
import type { FrameSlots } from '../kit/dialog.ts';

const text = z.string().trim().max(4000);

/** What a form's fields may be called; anything else that a forged form holds is left out. */
const fields = z.object({
  email: text.toLowerCase(),
  name: text,
  phone: text,
  role: text,
  method: text,
  reason: text,
  question: text,
  amount: text.transform((value) => ({ value: decimal(value) })),
});

/** A form's values as slots; empty fields say nothing. Each is checked by its slot, like typed text. */
export function formSlots(values: Readonly<Record<string, string>>): FrameSlots {
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ''));
  const parsed = fields.partial().safeParse(given);
  return parsed.success ? (parsed.data as FrameSlots) : {};
}

/**
 * "1 250,50", "1,250.50" and "1250.50" as "1250.50", "1,250" as "1250", as in typed text; what is no amount, or too
 * precise, stays as it is, for the slot to refuse.
 */
function decimal(value: string): string {
  const compact = value.replace(/\s/g, '');
  if (/^[1-9]\d{0,2}((,\d{3})+|(\.\d{3}){2,})$/.test(compact)) return compact.replace(/[.,]/g, '');
  const comma = compact.lastIndexOf(',');
  const dot = compact.lastIndexOf('.');
  if (comma > dot) return compact.replaceAll('.', '').replace(',', '.');
  return compact.replaceAll(',', '');
}
