import type { FrameSlots, Question } from '../../src/kit/dialog.ts';
import { baseName } from '../../src/lib/polish-names/base.ts';
import type { BillingContact } from '../../src/portal/billing/contact.ts';
import type { Context } from '../define.ts';
import { contactTexts } from './contact-texts.ts';

/** What a button says by `ref`: show the form again. */
export const EDIT = 'edit';
/** What the form says by `ref`: everything stands in it, as it is written. */
const AS_WRITTEN = 'as-written';
/** What taking a change back says by `ref`, with the version that it made: everything is said, as it was. */
const BACK = 'back:';

/** Takes back the change that made `version` of the contact. */
export const backTo = ({ name, email, phone }: BillingContact, version: number): FrameSlots => ({
  ...{ ref: `${BACK}${version}`, name, email },
  ...(phone && { phone }),
});

/** The version that must still stand; undefined where nothing is taken back. */
export const versionIn = ({ ref }: FrameSlots): number | undefined =>
  ref?.startsWith(BACK) ? Number(ref.slice(BACK.length)) : undefined;

/** All three fields were said, so that an absent one is empty. */
export const allSaid = (said: FrameSlots): boolean => said.ref === AS_WRITTEN || versionIn(said) !== undefined;

/** The name as it is shown: said in Polish its base form, unless it was written into the form. */
export const proposedName = ({ locale }: Context, said: FrameSlots): string | undefined =>
  said.name && locale === 'pl' && !allSaid(said) ? baseName(said.name) : said.name;

type FieldName = 'name' | 'email' | 'phone';

/**
 * The one form of the contact, with what was said and else what stands in it.
 * @param wrong the field that was not accepted, and why
 */
export function contactForm(
  ctx: Context,
  said: FrameSlots,
  now: BillingContact,
  awaiting: FieldName = 'name',
  wrong?: string,
): Question {
  const t = contactTexts[ctx.locale];
  const field = (name: FieldName, value: string | null | undefined) => ({
    ...{ name, label: t[name] },
    ...(value && { value }),
    ...(wrong && name === awaiting && { error: wrong }),
  });
  const phone = said.phone ?? (allSaid(said) ? null : now.phone);
  return {
    text: wrong ?? t.title,
    awaiting,
    card: {
      blocks: [
        { type: 'text', text: t.title },
        {
          type: 'form',
          fields: [
            { ...field('name', proposedName(ctx, said) ?? now.name), kind: 'text', required: true },
            { ...field('email', said.email ?? now.email), kind: 'email', required: true },
            { ...field('phone', phone), kind: 'text', hint: t.phoneHint },
          ],
          submit: { label: t.go, action: { do: 'fill', slots: { ref: AS_WRITTEN } } },
        },
      ],
    },
  };
}
