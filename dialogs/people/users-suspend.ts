import { defineDialog } from '../define.ts';
import { whoIsLeft } from './leaving.ts';
import { personSlot } from './person-slot.ts';
import { inFull } from './words.ts';

/** Takes somebody's access away for now; undone by giving it back. */
export const suspendUser = defineDialog({
  intent: 'users.suspend',
  permission: 'users.manage',
  title: { en: 'Suspend somebody’s access', pl: 'Zawieś czyjś dostęp' },
  slots: {
    person: personSlot({
      fits: ({ status, isYou }) => status === 'active' && !isYou,
      ask: { en: 'Whose access would you like to suspend?', pl: 'Czyj dostęp zawiesić?' },
      none: {
        en: 'There is nobody else whose access could be suspended.',
        pl: 'Nie ma nikogo więcej, komu można by zawiesić dostęp.',
      },
    }),
  },
  texts: {
    en: {
      ask: (who: string) => `Suspend the access of ${who}?`,
      until: 'It ends at once, in the portal and in chat, until somebody gives it back. The roles are kept.',
      you: 'That is you: you couldn’t give it back to yourself.',
      yes: 'Suspend access',
      done: (who: string) => `The access of ${who} is suspended. You can give it back at any time.`,
      ownDone: 'Your access is suspended. Somebody who manages people can give it back.',
      final: 'Your own access can only be given back by somebody else who manages people.',
    },
    pl: {
      ask: (who: string) => `Zawiesić dostęp: ${who}?`,
      until: 'Portal i czat przestaną działać od razu, do czasu przywrócenia dostępu. Role zostają.',
      you: 'To Twój własny dostęp: nie będzie go można przywrócić samodzielnie.',
      yes: 'Zawieś dostęp',
      done: (who: string) => `Dostęp jest zawieszony: ${who}. Można go w każdej chwili przywrócić.`,
      ownDone: 'Twój dostęp jest zawieszony. Może go przywrócić osoba, która zarządza użytkownikami.',
      final: 'Twój dostęp może przywrócić tylko inna osoba, która zarządza użytkownikami.',
    },
  },
  async confirm(ctx, { person }, t) {
    // The portal says why not.
    if (person.status === 'suspended') return undefined;
    const { sentences, shows, instead } = await whoIsLeft(ctx, person.id);
    const text = [t.ask(inFull(person)), t.until, ...(person.isYou ? [t.you] : []), ...sentences].join(' ');
    return { text, shows: { person: inFull(person), shows }, yes: t.yes, danger: true, instead };
  },
  async run({ portal }, { person: { id, isYou } }, { texts: t, key }) {
    const person = await portal.users.suspend({ key, contactId: id });
    if (isYou) return { replies: [{ text: t.ownDone }], undo: { impossible: t.final } };
    return {
      replies: [{ text: t.done(inFull(person)) }],
      undo: { intent: 'users.reinstate', slots: { ref: id } },
    };
  },
});
