import { defineDialog, optional } from '../define.ts';
import { reasonQuestion } from '../people/reason.ts';
import { addToCase } from './add-to-case.ts';

/** So much of what was said goes along; the portal takes no more. */
const TURNS = 20;
const LETTERS = 4000;

const ADD = {
  en: { what: (number: string) => `What should I add to case ${number}?`, send: 'Send', field: 'Message' },
  pl: { what: (number: string) => `Co dopisać do sprawy ${number}?`, send: 'Wyślij', field: 'Wiadomość' },
};

/**
 * Talking to a person: a case with a number, and a mail to the supplier's support with what was said last. A button
 * beside the number adds to that case.
 */
export const handOver = defineDialog({
  intent: 'human.handover',
  title: { en: 'Talk to a person', pl: 'Rozmowa z konsultantem' },
  slots: {
    number: optional<string>({
      takes: ['ref'],
      resolve: (_ctx, { ref }) => (ref ? { value: ref } : { missing: true }),
    }),
    added: optional<string>({
      takes: ['reason'],
      resolve({ locale }, { ref, reason }) {
        if (!ref) return { missing: true };
        if (reason) return { value: reason.slice(0, LETTERS) };
        const { what, send, field } = ADD[locale];
        return { again: reasonQuestion(locale, what(ref), send, { do: 'fill' }, field) };
      },
    }),
  },
  texts: {
    en: {
      done: (number: string, email: string) =>
        `I’ve passed this on to our support team with the last things we wrote here. Your case number is ${number}. They will answer you at ${email}.`,
      added: (number: string, email: string) =>
        `I’ve added that to case ${number} and told the support team. They will answer you at ${email}.`,
      notUndone: 'The support team has your message already. Tell them you no longer need help when they get in touch.',
    },
    pl: {
      done: (number: string, email: string) =>
        `Sprawa trafiła do naszego zespołu wsparcia razem z ostatnimi wiadomościami z tej rozmowy. Numer sprawy: ${number}. Odpowiedź przyjdzie na adres ${email}.`,
      added: (number: string, email: string) =>
        `Sprawa ${number} jest uzupełniona, a zespół wsparcia o tym wie. Odpowiedź przyjdzie na adres ${email}.`,
      notUndone:
        'Zespół wsparcia ma już tę wiadomość. Gdy się odezwie, wystarczy powiedzieć, że pomoc nie jest potrzebna.',
    },
  },
  async run({ portal, history, person, locale }, { number: open, added }, { texts, key }) {
    const { number } = open && added ? await portal.support.add({ key, number: open, text: added }) : await handOver();
    const text = (added ? texts.added : texts.done)(number, person.email);
    const actions = { type: 'actions' as const, buttons: [addToCase(locale, number)] };
    return {
      replies: [{ text, card: { blocks: [{ type: 'text', text }, actions] } }],
      undo: { impossible: texts.notUndone },
    };

    async function handOver() {
      const turns = (await history()).slice(-TURNS).map(({ from, text }) => ({ from, text: text.slice(0, LETTERS) }));
      return portal.support.handover({ key, turns });
    }
  },
});
