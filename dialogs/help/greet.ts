import { defineDialog } from '../define.ts';

/** A greeting, and where to begin. */
export const greet = defineDialog({
  intent: 'smalltalk.greet',
  reads: true,
  slots: {},
  texts: {
    en: {
      hello: (name: string) => `Hello ${name}! What can I do for you?`,
      menu: 'What can you do?',
    },
    // Without the name: it would want the vocative, which can't be told from a name alone.
    pl: { hello: (_name: string) => 'Dzień dobry! W czym mogę pomóc?', menu: 'Co potrafisz?' },
  },
  run({ person }, _values, { texts }) {
    const text = texts.hello(person.name.split(' ')[0] ?? '');
    const menu = { label: texts.menu, action: { do: 'start', intent: 'help.menu' } } as const;
    return {
      replies: [
        {
          text,
          card: {
            blocks: [
              { type: 'text', text },
              { type: 'actions', buttons: [menu] },
            ],
          },
        },
      ],
    };
  },
});
