import type { Article } from '../../src/kit/help.ts';
import { defineDialog, optional, slot } from '../define.ts';
import { articleReply, composedReply, unknownReply } from './ask-answer.ts';
import { ASK_TEXTS } from './ask-texts.ts';

/** How the portal works: out of its help articles, the article named; what they don't answer is not made up. */
export const askHelp = defineDialog({
  intent: 'help.ask',
  title: { en: 'How does it work?', pl: 'Jak to działa?' },
  reads: true,
  slots: {
    article: optional<Article>({
      takes: ['ref'],
      async resolve({ help, locale }, { ref }) {
        if (!ref) return { missing: true };
        const value = await help.article(ref, locale);
        return value ? { value } : { stop: { text: ASK_TEXTS[locale].gone } };
      },
    }),
    question: slot<string>({
      takes: ['question'],
      resolve: (_ctx, { question, ref }) => (question || ref ? { value: question ?? '' } : { missing: true }),
      ask({ locale }) {
        const { ask: text, field, send } = ASK_TEXTS[locale];
        const question = { name: 'question', label: field, kind: 'text', required: true } as const;
        const form = { type: 'form', fields: [question], submit: { label: send, action: { do: 'fill' } } } as const;
        return { awaiting: 'question', text, card: { blocks: [{ type: 'text', text }, form] } };
      },
    }),
  },
  texts: ASK_TEXTS,
  async run(ctx, { article, question }, { texts }) {
    if (article) return { replies: [await articleReply(ctx, texts, article)] };
    const answer = await ctx.help.ask(question, ctx.locale, ctx.person.id);
    if (answer.composed) return { replies: [await composedReply(ctx, texts, answer.composed)] };
    if (answer.article) return { replies: [await articleReply(ctx, texts, answer.article, answer.near)] };
    return { replies: [unknownReply(ctx, texts, answer.near)] };
  },
});
