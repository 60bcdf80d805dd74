import type { Block, Button } from '../../src/kit/card.ts';
import type { Action } from '../../src/kit/dialog.ts';
import { showMoment } from '../../src/lib/dates.ts';
import type { Localized } from '../../src/lib/locale.ts';
import type { InvitationView } from '../../src/portal/invitations/view.ts';
import type { Context } from '../define.ts';
import { rolesOf, stateOf } from './words.ts';

interface Labels {
  name: string;
  email: string;
  roles: string;
  inviter: string;
  state: string;
  reason: string;
  until: string;
  choose: string;
  approve: string;
  decline: string;
  resend: string;
  revoke: string;
}

const LABELS: Localized<Labels> = {
  en: {
    ...{ name: 'Name', email: 'E-mail', roles: 'Roles', inviter: 'Invited by', state: 'State', reason: 'Reason' },
    ...{ until: 'Valid until', choose: 'Choose', approve: 'Approve', decline: 'Decline' },
    ...{ resend: 'Send again', revoke: 'Revoke' },
  },
  pl: {
    ...{ name: 'Imię i nazwisko', email: 'E-mail', roles: 'Role', inviter: 'Zaprasza', state: 'Stan', reason: 'Powód' },
    ...{ until: 'Ważne do', choose: 'Wybierz', approve: 'Zatwierdź', decline: 'Odrzuć' },
    ...{ resend: 'Wyślij ponownie', revoke: 'Wycofaj' },
  },
};

type Ctx = Pick<Context, 'locale' | 'timeZone'>;

/** All there is to know of an invitation. */
export function invitationFields({ locale, timeZone }: Ctx, invitation: InvitationView): Block<Action> {
  const t = LABELS[locale];
  const { name, email, inviter, reason, expiresAt, state } = invitation;
  const open = state === 'waiting' || state === 'sent';
  return {
    type: 'fields',
    items: [
      { label: t.name, value: name },
      { label: t.email, value: email },
      { label: t.roles, value: rolesOf(locale, invitation) },
      { label: t.inviter, value: inviter.name },
      { label: t.state, value: stateOf(locale, invitation) },
      ...(reason ? [{ label: t.reason, value: reason }] : []),
      ...(open && expiresAt ? [{ label: t.until, value: showMoment(locale, timeZone, new Date(expiresAt)) }] : []),
    ],
  };
}

/** Invitations to choose from: pressing one answers the question it stands under. */
export function invitationChoices(ctx: Ctx, rows: readonly InvitationView[]): Block<Action> {
  const label = LABELS[ctx.locale].choose;
  return table(ctx, rows, ({ id }) => [{ label, action: { do: 'fill', slots: { ref: id } } }]);
}

/** Invitations with what the person may do with each; deciding begins with looking at it. */
export function invitationTable(ctx: Ctx, rows: readonly InvitationView[]): Block<Action> {
  return table(ctx, rows, (row) => invitationActions(ctx, row));
}

function table(
  { locale }: Ctx,
  rows: readonly InvitationView[],
  actions: (row: InvitationView) => Button<Action>[],
): Block<Action> {
  const t = LABELS[locale];
  return {
    type: 'table',
    columns: [t.name, t.email, t.roles, t.state].map((label) => ({ label })),
    rows: rows.map((row) => ({
      cells: [row.name, row.email, rolesOf(locale, row), stateOf(locale, row)],
      actions: actions(row),
    })),
  };
}

/** Approve, decline, send again, revoke, as far as the person may; each then shows what it does and is confirmed. */
export function invitationActions({ locale }: Ctx, { id, may }: InvitationView): Button<Action>[] {
  const t = LABELS[locale];
  const slots = { ref: id };
  const start = (label: string, intent: `invites.${'approve' | 'decline' | 'resend' | 'revoke'}`): Button<Action> => ({
    label,
    action: { do: 'start', intent, slots },
  });
  return [
    ...(may.decide ? [start(t.approve, 'invites.approve'), start(t.decline, 'invites.decline')] : []),
    ...(may.resend ? [start(t.resend, 'invites.resend')] : []),
    ...(may.revoke ? [start(t.revoke, 'invites.revoke')] : []),
  ];
}
