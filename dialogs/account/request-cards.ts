import type { Block, Button } from '../../src/kit/card.ts';
import type { Action, Confirmation, Draft } from '../../src/kit/dialog.ts';
import { digestOf } from '../../src/kit/digest.ts';
import type { Localized } from '../../src/lib/locale.ts';
import { roleNames, theRole } from '../../src/lib/role-names.ts';
import type { RoleRequestView } from '../../src/portal/access/view.ts';
import type { Context } from '../define.ts';
import { anyOf, inFull } from '../people/words.ts';

type Deed = 'approve' | 'decline';

interface Texts {
  ask: Record<Deed, (who: string, role: string) => string>;
  yes: Record<Deed, string>;
  withReason: string;
  choose: string;
  columns: readonly [who: string, email: string, role: string];
  state: Record<RoleRequestView['state'], (request: RoleRequestView, own: boolean) => string>;
}

const role = (locale: 'en' | 'pl', request: RoleRequestView): string => theRole(locale, request.role);
const because = ({ reason }: RoleRequestView, word: string): string =>
  reason ? ` ${word}: ${reason.replace(/[.!?]$/, '')}.` : '';

export const requestTexts: Localized<Texts> = {
  en: {
    ask: {
      approve: (who, role) => `Give ${who} ${role}?`,
      decline: (who, role) => `Decline the wish of ${who} for ${role}?`,
    },
    yes: { approve: 'Give the role', decline: 'Decline' },
    withReason: 'Decline with a reason',
    choose: 'Choose',
    columns: ['Name', 'E-mail', 'Role'],
    state: {
      waiting: (r, own) =>
        own
          ? `Your request for ${role('en', r)} is waiting for ${anyOf('en', r.deciders)}.`
          : `${inFull(r.requester)} asks for ${role('en', r)}. ${r.mayDecide ? 'Do you agree?' : `${anyOf('en', r.deciders)} can decide.`}`,
      approved: (r, own) =>
        own
          ? `You now have ${role('en', r)}. Approved by ${r.decidedBy?.name}.`
          : `${inFull(r.requester)} now has ${role('en', r)}. Approved by ${r.decidedBy?.name}.`,
      declined: (r, own) =>
        `${own ? 'Your request' : `The request of ${inFull(r.requester)}`} for ${role('en', r)} was declined by ${r.decidedBy?.name}.${because(r, 'Reason')}`,
      withdrawn: (r) => `The request of ${inFull(r.requester)} for ${role('en', r)} has ended.`,
    },
  },
  pl: {
    ask: {
      approve: (who, role) => `Nadać ${role}? Dla: ${who}.`,
      decline: (who, role) => `Odrzucić prośbę o ${role}? Prosi: ${who}.`,
    },
    yes: { approve: 'Nadaj rolę', decline: 'Odrzuć' },
    withReason: 'Odrzuć z podaniem powodu',
    choose: 'Wybierz',
    columns: ['Imię i nazwisko', 'E-mail', 'Rola'],
    state: {
      waiting: (r, own) =>
        own
          ? `Twoja prośba o ${role('pl', r)} czeka na decyzję. Decyduje: ${anyOf('pl', r.deciders)}.`
          : `${inFull(r.requester)} prosi o ${role('pl', r)}. ${r.mayDecide ? 'Czy się zgadzasz?' : `Decyduje: ${anyOf('pl', r.deciders)}.`}`,
      approved: (r, own) =>
        own
          ? `Masz teraz ${role('pl', r)}. Zatwierdza: ${r.decidedBy?.name}.`
          : `${inFull(r.requester)} ma teraz ${role('pl', r)}. Zatwierdza: ${r.decidedBy?.name}.`,
      declined: (r, own) =>
        `${own ? `Twoja prośba o ${role('pl', r)}` : `Prośba o ${role('pl', r)} od: ${inFull(r.requester)}`} została odrzucona. Decyzja: ${r.decidedBy?.name}.${because(r, 'Powód')}`,
      withdrawn: (r) => `Prośba o ${role('pl', r)} od: ${inFull(r.requester)} jest już nieaktualna.`,
    },
  },
};

/** What giving or refusing a role shows; the request's own card stands for it, so both agree. */
export function decision({ locale }: Context, deed: Deed, request: RoleRequestView): Confirmation {
  const t = requestTexts[locale];
  const { id, requester, role } = request;
  return {
    text: t.ask[deed](inFull(requester), theRole(locale, role)),
    shows: { id, requester: requester.id, email: requester.email, role },
    yes: t.yes[deed],
    ...(deed === 'decline' && { danger: true }),
  };
}

/** A role request as it stands, for whoever looks: deciders get the buttons, and one press is the decision. */
export function requestCard(ctx: Context, request: RoleRequestView, lead?: string): Draft {
  const own = request.requester.id === ctx.person.id;
  const sentence = requestTexts[ctx.locale].state[request.state](request, own);
  const text = lead ? `${lead} ${sentence}` : sentence;
  const blocks: Block<Action>[] = [
    { type: 'text', text },
    ...(request.mayDecide ? [{ type: 'actions' as const, buttons: decisions(ctx, request) }] : []),
  ];
  return { text, card: { blocks }, about: { kind: 'role_request', id: request.id } };
}

function decisions(ctx: Context, request: RoleRequestView): Button<Action>[] {
  const t = requestTexts[ctx.locale];
  const slots = { ref: request.id };
  const digest = (deed: Deed) => digestOf(`access.${deed}`, decision(ctx, deed, request));
  return [
    {
      ...{ label: t.yes.approve, style: 'primary' },
      action: { do: 'start', intent: 'access.approve', slots, digest: digest('approve') },
    },
    {
      ...{ label: t.yes.decline, style: 'danger' },
      action: { do: 'start', intent: 'access.decline', slots, digest: digest('decline') },
    },
    { label: t.withReason, action: { do: 'start', intent: 'access.decline', slots: { ...slots, reason: '' } } },
  ];
}

/** Requests in rows; `actions` are what can be done with each. */
export function requestTable(
  { locale }: Context,
  rows: readonly RoleRequestView[],
  actions: (request: RoleRequestView) => Button<Action>[],
): Block<Action> {
  return {
    type: 'table',
    columns: requestTexts[locale].columns.map((label) => ({ label })),
    rows: rows.map((row) => ({
      cells: [row.requester.name, row.requester.email, roleNames(locale, [row.role])],
      actions: actions(row),
    })),
  };
}
