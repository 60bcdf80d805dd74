import { roleNames } from '../../src/lib/role-names.ts';
import type { PersonView } from '../../src/portal/people/view.ts';
import type { ContactRole } from '../../src/portal/policy.ts';
import { defineDialog, optional, slot } from '../define.ts';
import { whoIsLeft } from './leaving.ts';
import { personSlot } from './person-slot.ts';
import { readings, roleQuestion } from './role-choices.ts';
import { rolesSaid } from './roles.ts';
import { inFull, rolesOf } from './words.ts';

/** From now on a role that is said, pressed or chosen is what the person is to have, no more and no less. */
const EXACTLY = { enabled: 'true' } as const;

/** Gives somebody other roles; what "give Anna finance" leaves open is asked. Undone by the roles there were before. */
export const changeRole = defineDialog({
  intent: 'users.role.change',
  permission: 'users.manage',
  title: { en: 'Change somebody’s roles', pl: 'Zmień czyjeś role' },
  slots: {
    person: personSlot({
      fits: () => true,
      ask: { en: 'Whose roles would you like to change?', pl: 'Czyje role zmienić?' },
      none: { en: 'There is nobody in the account.', pl: 'Na koncie nie ma nikogo.' },
    }),
    /** What the first words may mean. */
    meant: optional<ContactRole[][]>({
      takes: ['role'],
      resolve(_ctx, { role, enabled }, before) {
        if (enabled) return { missing: true };
        const meant = role ? readings((before.person as PersonView).roles, rolesSaid(role)) : [];
        const [only, other] = meant;
        if (only && !other) return { value: meant, pinned: { ...EXACTLY, role: only.join() } };
        return { value: meant, pinned: EXACTLY };
      },
    }),
    roles: slot<ContactRole[]>({
      takes: ['role'],
      resolve(_ctx, { role }) {
        const roles = role ? rolesSaid(role) : [];
        return roles.length > 0 ? { value: roles } : { missing: true };
      },
      ask: (ctx, { person, meant = [] }) => roleQuestion(ctx, person as PersonView, meant as ContactRole[][]),
    }),
  },
  texts: {
    en: {
      ask: (who: string, now: string, then: string) =>
        `Change the roles of ${who}? Now: ${now}. From then on: ${then}.`,
      yes: (roles: string) => `Change to ${roles}`,
      done: (who: string, roles: string) => `${who} now has the roles: ${roles}.`,
    },
    pl: {
      ask: (who: string, now: string, then: string) => `Zmienić role: ${who}? Teraz: ${now}. Po zmianie: ${then}.`,
      yes: (roles: string) => `Zmień na: ${roles}`,
      done: (who: string, roles: string) => `${who} ma teraz role: ${roles}.`,
    },
  },
  async confirm(ctx, { person, roles }, t) {
    const { sentences, shows, instead } = await whoIsLeft(ctx, person.id, roles);
    const then = rolesOf(ctx.locale, { roles });
    const text = [t.ask(inFull(person), rolesOf(ctx.locale, person), then), ...sentences].join(' ');
    return {
      text,
      shows: { person: inFull(person), now: person.roles, roles, shows },
      yes: t.yes(roleNames(ctx.locale, roles)),
      ...(sentences.length > 0 && { danger: true as const, instead }),
    };
  },
  async run({ portal, locale }, { person: { id }, roles }, { texts: t, key }) {
    const { person, before } = await portal.users.changeRoles({ key, contactId: id, roles });
    return {
      replies: [{ text: t.done(inFull(person), rolesOf(locale, person)) }],
      undo: { intent: 'users.role.change', slots: { ref: id, role: before.join(), ...EXACTLY } },
    };
  },
});
