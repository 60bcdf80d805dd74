import type { FrameSlots, Resolution } from '../../src/kit/dialog.ts';
import { isCoded } from '../../src/lib/errors.ts';
import { roleNames, withRoles } from '../../src/lib/role-names.ts';
import type { ContactRole } from '../../src/portal/policy.ts';
import { type Context, defineDialog, optional, slot } from '../define.ts';
import { invitationCard } from './invitation-matter.ts';
import { rolesSaid } from './roles.ts';
import { EDIT, inviteForm, proposedName } from './users-invite-form.ts';
import { inviteTexts } from './users-invite-texts.ts';
import { anyOf, inFull } from './words.ts';

/** Invites a colleague: what is missing is asked for in one form, what was said stands in it. */
export const inviteUser = defineDialog({
  intent: 'users.invite',
  permission: 'users.invite',
  title: { en: 'Invite a colleague', pl: 'Zaproś współpracownika' },
  slots: {
    /** "Change the details" was pressed: the form is shown again, with everything in it. */
    edit: optional<never>({
      takes: ['ref'],
      resolve: async (ctx, said) =>
        said.ref === EDIT ? { again: await inviteForm(ctx, said, 'email') } : { missing: true },
    }),
    email: slot<string>({
      takes: ['email', 'mention'],
      resolve: email,
      ask: (ctx) => inviteForm(ctx, {}, 'email'),
    }),
    name: slot<string>({
      takes: ['name'],
      resolve: name,
      ask: (ctx) => inviteForm(ctx, {}, 'name'),
    }),
    roles: slot<ContactRole[]>({
      takes: ['role'],
      resolve: roles,
      ask: (ctx) => inviteForm(ctx, {}, 'role'),
    }),
  },
  texts: inviteTexts,
  async confirm(ctx, { email, name, roles }, t) {
    const { deciders } = await ctx.portal.invitations.check({ email, name, roles });
    const how = deciders ? t.waitsFor(anyOf(ctx.locale, deciders)) : t.sentAtOnce;
    return {
      text: `${t.ask(inFull({ name, email }), withRoles(ctx.locale, roles))} ${how}`,
      shows: { email, name, roles, deciders: deciders?.map(({ id }) => id) ?? [] },
      yes: deciders ? t.askApproval : t.send,
      instead: [{ label: t.edit, action: { do: 'fill', slots: { ref: EDIT } } }],
    };
  },
  async run(ctx, { email, name, roles }, { key }) {
    const invitation = await ctx.portal.invitations.invite({ key, email, name, roles });
    return {
      replies: [invitationCard(ctx, invitation)],
      undo: { intent: 'invites.revoke', slots: { ref: invitation.id } },
    };
  },
});

async function email(ctx: Context, said: FrameSlots): Promise<Resolution<string>> {
  const t = inviteTexts[ctx.locale];
  const again = async (wrong?: string) => ({ again: await inviteForm(ctx, said, 'email', wrong) });
  if (!said.email) return again(said.mention ? t.mention : undefined);
  try {
    await ctx.portal.invitations.check({ email: said.email });
  } catch (error) {
    if (isCoded(error, 'invalid')) return again(t.badEmail);
    if (!isCoded(error, 'conflict', 'open_invitation')) throw error;
    const open = await ctx.portal.invitations.show({ id: String(error.details.id) });
    return { stop: invitationCard(ctx, open, t.open) };
  }
  return { value: said.email };
}

async function name(ctx: Context, said: FrameSlots): Promise<Resolution<string>> {
  const proposed = proposedName(ctx, said);
  const again = async (wrong?: string) => ({ again: await inviteForm(ctx, said, 'name', wrong) });
  if (!proposed) return again();
  try {
    await ctx.portal.invitations.check({ name: proposed });
  } catch (error) {
    if (isCoded(error, 'invalid')) return again(inviteTexts[ctx.locale].badName);
    throw error;
  }
  return { value: proposed, pinned: { name: proposed } };
}

async function roles(ctx: Context, said: FrameSlots): Promise<Resolution<ContactRole[]>> {
  const t = inviteTexts[ctx.locale];
  const again = async (wrong?: string) => ({ again: await inviteForm(ctx, said, 'role', wrong) });
  if (!said.role) return again();
  const wanted = rolesSaid(said.role);
  if (wanted.length === 0) return again(t.badRole);
  try {
    await ctx.portal.invitations.check({ roles: wanted });
  } catch (error) {
    if (!isCoded(error, 'forbidden', 'roles_not_held')) throw error;
    const held = error.details.held as ContactRole[];
    return again(t.notGivable(roleNames(ctx.locale, held)));
  }
  return { value: wanted };
}
