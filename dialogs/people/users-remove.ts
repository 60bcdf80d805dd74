import { defineDialog } from '../define.ts';
import { whoIsLeft } from './leaving.ts';
import { personSlot } from './person-slot.ts';
import { inFull } from './words.ts';

/** Takes somebody's access away for good. */
export const removeUser = defineDialog({
  intent: 'users.remove',
  permission: 'users.manage',
  title: { en: 'Remove somebody from the account', pl: 'Usuń kogoś z konta' },
  slots: {
    person: personSlot({
      fits: ({ isYou }) => !isYou,
      ask: { en: 'Whose access would you like to remove?', pl: 'Czyj dostęp usunąć?' },
      none: { en: 'There is nobody else in the account.', pl: 'Na koncie nie ma nikogo innego.' },
    }),
  },
  texts: {
    en: {
      ask: (who: string, account: string) => `Remove ${who} from ${account} for good?`,
      what: 'The access ends at once. Their open invitations, role requests and chat links end with it.',
      you: 'That is you: somebody else would have to invite you again.',
      yes: 'Remove for good',
      done: (who: string, account: string) =>
        `${who} no longer has access to ${account}. To come back they would have to be invited again.`,
      final: 'A removed person can’t be brought back, but they can be invited again.',
    },
    pl: {
      ask: (who: string, account: string) => `Usunąć na stałe z konta ${account}: ${who}?`,
      what: 'Dostęp skończy się od razu, a razem z nim otwarte zaproszenia, prośby o role i połączenia z czatem tej osoby.',
      you: 'To Ty: potrzebne będzie nowe zaproszenie od kogoś innego.',
      yes: 'Usuń na stałe',
      done: (who: string, account: string) =>
        `${who} nie ma już dostępu do konta ${account}. Powrót jest możliwy przez nowe zaproszenie.`,
      final: 'Usuniętego dostępu nie można przywrócić, ale tę osobę można zaprosić na nowo.',
    },
  },
  async confirm(ctx, { person }, t) {
    const { sentences, shows, instead } = await whoIsLeft(ctx, person.id);
    const own = person.isYou ? [t.you] : [];
    const text = [t.ask(inFull(person), ctx.account.name), t.what, ...own, ...sentences].join(' ');
    return { text, shows: { person: inFull(person), shows }, yes: t.yes, danger: true, instead };
  },
  async run({ portal, account }, { person: { id } }, { texts: t, key }) {
    const person = await portal.users.remove({ key, contactId: id });
    return { replies: [{ text: t.done(inFull(person), account.name) }], undo: { impossible: t.final } };
  },
});
