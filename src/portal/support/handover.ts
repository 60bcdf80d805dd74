import { z } from 'zod';
import { changing } from '../operation.ts';
import { openCase } from './open-case.ts';
import { HANDOVER_TEXTS } from './texts.ts';

/** So much of a conversation goes along. */
const MOST_TURNS = 20;
const MOST_LETTERS = 4000;

/**
 * Hands the conversation over to a person: a case with the number people are given, and a mail to the account's support
 * address with what was said last. Returns the case's number.
 */
export const handover = changing({
  permission: 'own',
  input: z.strictObject({
    turns: z
      .array(z.strictObject({ from: z.enum(['person', 'assistant']), text: z.string().max(MOST_LETTERS) }))
      .max(MOST_TURNS),
  }),
  async handle(scope, { turns }) {
    const { account, actor, locale } = scope;
    const texts = HANDOVER_TEXTS[locale];
    const body = turns
      .map(({ from, text }) => `${from === 'person' ? actor.name : texts.assistant}: ${text}`)
      .join('\n\n');
    const { number } = await openCase(scope, 'handover', body);
    await scope.mail({
      to: account.supportEmail,
      subject: texts.subject(number, account.name),
      text: texts.text({ number, account: account.name, name: actor.name, email: actor.email, via: scope.via, body }),
    });
    scope.audit({ action: 'support.handover', object: `case:${number}`, outcome: 'done' });
    return { number };
  },
});
