import { defineDialog } from '../define.ts';

/** So much of what was said goes along; the portal takes no more. */
const TURNS = 20;
const LETTERS = 4000;

/** Talking to a person: a case with a number, and a mail to the supplier's support with what was said last. */
export const handOver = defineDialog({
  intent: 'human.handover',
  title: { en: 'Talk to a person', pl: 'Rozmowa z konsultantem' },
  slots: {},
  texts: {
    en: {
      done: (number: string, email: string) =>
        `I’ve passed this on to our support team with the last things we wrote here. Your case number is ${number}. They will answer you at ${email}.`,
      notUndone: 'The support team has your message already. Tell them you no longer need help when they get in touch.',
    },
    pl: {
      done: (number: string, email: string) =>
        `Sprawa trafiła do naszego zespołu wsparcia razem z ostatnimi wiadomościami z tej rozmowy. Numer sprawy: ${number}. Odpowiedź przyjdzie na adres ${email}.`,
      notUndone:
        'Zespół wsparcia ma już tę wiadomość. Gdy się odezwie, wystarczy powiedzieć, że pomoc nie jest potrzebna.',
    },
  },
  async run({ portal, history, person }, _values, { texts, key }) {
    const turns = (await history()).slice(-TURNS).map(({ from, text }) => ({ from, text: text.slice(0, LETTERS) }));
    const { number } = await portal.support.handover({ key, turns });
    return { replies: [{ text: texts.done(number, person.email) }], undo: { impossible: texts.notUndone } };
  },
});
