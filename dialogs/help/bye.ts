import { defineDialog } from '../define.ts';

export const bye = defineDialog({
  intent: 'smalltalk.bye',
  reads: true,
  slots: {},
  texts: { en: { bye: 'Goodbye, have a nice day!' }, pl: { bye: 'Do widzenia, miłego dnia!' } },
  run: (_ctx, _values, { texts }) => ({ replies: [{ text: texts.bye }] }),
});
