import type { SlotName } from '../../src/kit/contract.ts';
import type { FrameSlots, Question } from '../../src/kit/dialog.ts';
import { baseName } from '../../src/lib/polish-names/base.ts';
import { ROLE_NAMES } from '../../src/lib/role-names.ts';
import type { ContactRole } from '../../src/portal/policy.ts';
import type { Context } from '../define.ts';
import { inviteTexts } from './users-invite-texts.ts';

/** What a button says by `ref`: show the form again. */
export const EDIT = 'edit';
/** What the form says by `ref`: take what stands in it as it is written. */
const AS_WRITTEN = 'as-written';

type FieldName = 'email' | 'name' | 'role';

/** The name as it is shown: in Polish its base form, unless it was written into the form. */
export const proposedName = ({ locale }: Context, { name, ref }: FrameSlots): string | undefined =>
  name && locale === 'pl' && ref !== AS_WRITTEN ? baseName(name) : name;

/**
 * The one form of an invitation, with what is known in it already.
 * @param wrong the field that was not accepted, and why
 */
export async function inviteForm(
  ctx: Context,
  said: FrameSlots,
  awaiting: FieldName & SlotName,
  wrong?: string,
): Promise<Question> {
  const t = inviteTexts[ctx.locale];
  const { mayGive } = await ctx.portal.invitations.check({});
  const role = said.role ?? (mayGive.length === 1 ? mayGive[0] : undefined);
  const error = (name: FieldName) => (wrong && name === awaiting ? { error: wrong } : {});
  const value = (of: string | undefined) => (of ? { value: of } : {});
  return {
    text: wrong ?? t.title,
    awaiting,
    card: {
      blocks: [
        { type: 'text', text: t.title },
        {
          type: 'form',
          fields: [
            { name: 'email', label: t.email, kind: 'email', required: true, ...value(said.email), ...error('email') },
            {
              name: 'name',
              label: t.name,
              kind: 'text',
              required: true,
              ...value(proposedName(ctx, said)),
              ...error('name'),
            },
            {
              ...{ name: 'role', label: t.role, kind: 'choices', required: true, ...value(role), ...error('role') },
              options: mayGive.map((value: ContactRole) => ({ value, label: ROLE_NAMES[value][ctx.locale] })),
            },
          ],
          submit: { label: t.go, action: { do: 'fill', slots: { ref: AS_WRITTEN } } },
        },
      ],
    },
  };
}
