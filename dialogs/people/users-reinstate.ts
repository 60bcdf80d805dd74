import { withRoles } from '../../src/lib/role-names.ts';
import { defineDialog } from '../define.ts';
import { personSlot } from './person-slot.ts';
import { inFull } from './words.ts';

/** Gives a suspended person their access back; also how suspending is undone. */
export const reinstateUser = defineDialog({
  intent: 'users.reinstate',
  permission: 'users.manage',
  title: { en: 'Give suspended access back', pl: 'Przywróć zawieszony dostęp' },
  slots: {
    person: personSlot({
      fits: ({ status }) => status === 'suspended',
      ask: { en: 'Whose access would you like to give back?', pl: 'Czyj dostęp przywrócić?' },
      none: { en: 'Nobody’s access is suspended.', pl: 'Niczyj dostęp nie jest zawieszony.' },
    }),
  },
  texts: {
    en: {
      ask: (who: string, roles: string) => `Give ${who} access again${roles}?`,
      yes: 'Give access back',
      done: (who: string, roles: string) => `${who} has access again${roles}.`,
    },
    pl: {
      ask: (who: string, roles: string) => `Przywrócić dostęp${roles}: ${who}?`,
      yes: 'Przywróć dostęp',
      done: (who: string, roles: string) => `Dostęp${roles} jest przywrócony: ${who}.`,
    },
  },
  confirm({ locale }, { person }, t) {
    if (person.status === 'active') return undefined;
    const { roles } = person;
    const text = t.ask(inFull(person), roles.length > 0 ? ` ${withRoles(locale, roles)}` : '');
    return { text, shows: { person: inFull(person), roles }, yes: t.yes };
  },
  async run({ portal, locale }, { person: { id } }, { texts: t, key }) {
    const person = await portal.users.reinstate({ key, contactId: id });
    const roles = person.roles.length > 0 ? ` ${withRoles(locale, person.roles)}` : '';
    return {
      replies: [{ text: t.done(inFull(person), roles) }],
      undo: { intent: 'users.suspend', slots: { ref: id } },
    };
  },
});
