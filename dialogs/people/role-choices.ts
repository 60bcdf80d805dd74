import type { Question } from '../../src/kit/dialog.ts';
import type { Localized } from '../../src/lib/locale.ts';
import { ROLE_NAMES, roleNames } from '../../src/lib/role-names.ts';
import type { PersonView } from '../../src/portal/people/view.ts';
import type { ContactRole } from '../../src/portal/policy.ts';
import type { Context } from '../define.ts';
import { inFull, rolesOf } from './words.ts';

const ALL = Object.keys(ROLE_NAMES) as ContactRole[];

const TEXTS: Localized<{
  ask(who: string, now: string): string;
  only(roles: string): string;
  both(roles: string): string;
  roles: string;
  open: string;
  go: string;
}> = {
  en: {
    ask: (who, now) => `Which roles should ${who} have from now on? Now: ${now}.`,
    only: (roles) => `Only ${roles}`,
    both: (roles) => `${roles[0]!.toUpperCase()}${roles.slice(1)}`,
    ...{ roles: 'Roles', open: 'Other roles', go: 'Continue' },
  },
  pl: {
    ask: (who, now) => `Jakie role ma mieć odtąd: ${who}? Teraz: ${now}.`,
    only: (roles) => `Tylko ${roles}`,
    both: (roles) => `${roles[0]!.toUpperCase()}${roles.slice(1)}`,
    ...{ roles: 'Role', open: 'Inne role', go: 'Dalej' },
  },
};

/**
 * What "the finance role for Anna" may come to for somebody: given besides what she has, or instead, or taken away. What
 * changes nothing or leaves no role is left out.
 */
export function readings(held: readonly ContactRole[], said: readonly ContactRole[]): ContactRole[][] {
  const meant = [
    ALL.filter((role) => held.includes(role) || said.includes(role)),
    ALL.filter((role) => said.includes(role)),
    ALL.filter((role) => held.includes(role) && !said.includes(role)),
    ALL.filter((role) => said.includes(role) && !held.includes(role)),
  ];
  const now = ALL.filter((role) => held.includes(role)).join();
  const different = new Map(meant.map((roles) => [roles.join(), roles]));
  return [...different].flatMap(([key, roles]) => (key === '' || key === now ? [] : [roles]));
}

/** Asks which roles somebody is to have: what may be meant as buttons, all of them in a form. */
export function roleQuestion({ locale }: Context, person: PersonView, meant: readonly ContactRole[][]): Question {
  const t = TEXTS[locale];
  const text = t.ask(inFull(person), rolesOf(locale, person));
  const buttons = meant.map((roles) => ({
    label: roles.length > 1 ? t.both(roleNames(locale, roles)) : t.only(roleNames(locale, roles)),
    action: { do: 'fill' as const, slots: { role: roles.join() } },
  }));
  return {
    text,
    awaiting: 'role',
    card: {
      blocks: [
        { type: 'text', text },
        ...(buttons.length > 0 ? [{ type: 'actions' as const, buttons }] : []),
        {
          type: 'form',
          fields: [
            {
              ...{ name: 'role', label: t.roles, kind: 'choices', required: true, value: person.roles.join() },
              options: ALL.map((value) => ({ value, label: ROLE_NAMES[value][locale] })),
            },
          ],
          submit: { label: t.go, action: { do: 'fill', slots: {} } },
          ...(buttons.length > 0 && { open: t.open }),
        },
      ],
    },
  };
}
