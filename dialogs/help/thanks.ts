import { defineDialog } from '../define.ts';

export const thanks = defineDialog({
  intent: 'smalltalk.thanks',
  reads: true,
  slots: {},
  texts: { en: { welcome: 'You’re welcome!' }, pl: { welcome: 'Nie ma za co!' } },
  run: (_ctx, _values, { texts }) => ({ replies: [{ text: texts.welcome }] }),
});
