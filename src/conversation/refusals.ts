import type { Action, Draft } from '../kit/dialog.ts';
import type { CodedError } from '../lib/errors.ts';
import type { Locale } from '../lib/locale.ts';
import { roleNames } from '../lib/role-names.ts';
import type { ContactRole } from '../portal/policy.ts';
import { REASONS } from './reasons.ts';

/** A refusal in the person's language: what happened, that nothing was changed, what to do next. Never a code. */
export function refusal(locale: Locale, error: CodedError): Draft {
  if (error.reason === 'role_needed') return roleNeeded(locale, error.details as unknown as RoleNeeded);
  const reason = REASONS[error.reason] ?? REASONS[error.code];
  return { text: (reason ?? REASONS.internal!)[locale](error.details) };
}

interface RoleNeeded {
  label: string;
  roles: readonly ContactRole[];
  holders: readonly { name: string; email: string }[];
}

/** Which role is needed, who holds it, and a button to ask for it (PRODUCT.md section 2). */
function roleNeeded(locale: Locale, { label, roles, holders }: RoleNeeded): Draft {
  const names = holders.map(({ name }) => name);
  const shown = names.slice(0, 5).join(', ') + (names.length > 5 ? '…' : '');
  const wanted = roleNames(locale, roles, 'or');
  const text =
    locale === 'pl'
      ? `Nie masz uprawnienia, aby ${label}. Potrzebna rola: ${wanted}. ${shown ? `Mają ją: ${shown}.` : 'Nikt na koncie jej teraz nie ma.'}`
      : `You don’t have the right to ${label}. That takes the role ${wanted}. ${shown ? `Who has it: ${shown}.` : 'Nobody in the account has it now.'}`;
  const ask = (role: ContactRole): { label: string; action: Action } => ({
    label: `${locale === 'pl' ? 'Poproś o rolę' : 'Ask for the role'}: ${roleNames(locale, [role])}`,
    action: { do: 'start', intent: 'access.request', slots: { role } },
  });
  return {
    text,
    card: {
      blocks: [
        { type: 'text', text },
        { type: 'actions', buttons: roles.slice(0, 2).map(ask) },
      ],
    },
  };
}
