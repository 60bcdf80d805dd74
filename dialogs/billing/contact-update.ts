import type { FrameSlots, Resolution } from '../../src/kit/dialog.ts';
import { isCoded } from '../../src/lib/errors.ts';
import type { BillingContact } from '../../src/portal/billing/contact.ts';
import { type Context, defineDialog, optional, slot } from '../define.ts';
import { allSaid, backTo, contactForm, EDIT, proposedName, versionIn } from './contact-form.ts';
import { contactTexts } from './contact-texts.ts';
import { contactInFull } from './words.ts';

/** The contact as it stands, and how often it was changed. */
interface Current {
  contact: BillingContact;
  version: number;
}

/** Changes the billing contact: what was said of it, else all of it in one form; undone by what stood before. */
export const updateContact = defineDialog({
  intent: 'billing.contact.update',
  permission: 'billing.change',
  title: { en: 'Change the billing contact', pl: 'Zmień kontakt do fakturowania' },
  slots: {
    current: slot<Current>({
      takes: ['ref'],
      resolve: current,
      async ask(ctx) {
        return contactForm(ctx, {}, (await ctx.portal.billing.checkContact({})).contact);
      },
    }),
    name: optional<string>({
      takes: ['name'],
      resolve: (ctx, said, before) => checked(ctx, said, before, 'name', proposedName(ctx, said)),
    }),
    email: optional<string>({
      takes: ['email'],
      resolve: (ctx, said, before) => checked(ctx, said, before, 'email', said.email),
    }),
    phone: optional<string | null>({
      takes: ['phone'],
      resolve: (ctx, said, before) =>
        !said.phone && allSaid(said) ? { value: null } : checked(ctx, said, before, 'phone', said.phone),
    }),
  },
  texts: contactTexts,
  confirm({ locale }, { current: { contact: before, version }, ...said }, t) {
    const after = merged(before, said);
    if (contactInFull(after) === contactInFull(before)) return undefined;
    const kept = after.name !== before.name && after.email === before.email && after.phone === before.phone;
    const rows = (['name', 'email', 'phone'] as const).map((field) => {
      const [old, now] = [before[field] ?? t.nothing, after[field] ?? t.nothing];
      return { label: t[field], value: old === now ? old : [`${old} → `, { b: now }] };
    });
    const text = [t.ask(contactInFull(before), contactInFull(after)), ...(kept ? [t.onlyName] : [])].join(' ');
    return {
      text,
      card: {
        blocks: [
          { type: 'text', text },
          { type: 'fields', items: rows },
        ],
      },
      shows: { before, after, version, locale },
      yes: t.yes,
      instead: [{ label: t.edit, action: { do: 'fill', slots: { ref: EDIT } } }],
    };
  },
  async run({ portal }, { current: { contact, version }, ...said }, { texts: t, key }) {
    const wish = { key, contact: merged(contact, said), version };
    const { before, contact: after, version: made, changed } = await portal.billing.updateContact(wish);
    if (!changed) return { replies: [{ text: t.same(contactInFull(after)) }] };
    return {
      replies: [{ text: t.done(contactInFull(after)) }],
      undo: { intent: 'billing.contact.update', slots: backTo(before, made) },
    };
  },
});

async function current(ctx: Context, said: FrameSlots): Promise<Resolution<Current>> {
  const { contact, version } = await ctx.portal.billing.checkContact({});
  const expected = versionIn(said);
  if (expected !== undefined && expected !== version) {
    return { stop: { text: contactTexts[ctx.locale].changedSince(contactInFull(contact)) } };
  }
  const nothing = !allSaid(said) && !said.name && !said.email && !said.phone;
  if (said.ref === EDIT || nothing) return { again: contactForm(ctx, said, contact) };
  return { value: { contact, version } };
}

const WRONG = { name: 'badName', email: 'badEmail', phone: 'badPhone' } as const;

/** A field as the portal would keep it; what it refuses is asked for in the form. */
async function checked(
  ctx: Context,
  said: FrameSlots,
  { current: now }: Record<string, unknown>,
  field: keyof typeof WRONG,
  value: string | undefined,
): Promise<Resolution<string>> {
  const again = () => {
    const wrong = contactTexts[ctx.locale][WRONG[field]];
    return { again: contactForm(ctx, said, (now as Current).contact, field, wrong) };
  };
  if (!value) return allSaid(said) ? again() : { missing: true };
  try {
    const { checked: kept } = await ctx.portal.billing.checkContact({ [field]: value });
    return { value: kept[field] ?? value };
  } catch (error) {
    if (isCoded(error, 'invalid')) return again();
    throw error;
  }
}

const merged = (
  before: BillingContact,
  { name, email, phone }: { name?: string | undefined; email?: string | undefined; phone?: string | null | undefined },
): BillingContact => ({
  name: name ?? before.name,
  email: email ?? before.email,
  phone: phone === undefined ? before.phone : phone,
});
