import { z } from 'zod';

/** The longest answer: a card's text holds it on every platform. */
const LONGEST = 1_500;

/** What the model answers by. Without limits: strict schemas of OpenAI's take none of a text's length. */
export const askedSchema = z.strictObject({
  answer: z.string().describe('The answer in plain text; empty where the articles do not answer it.'),
  articles: z.array(z.string()).describe('The ids of the articles that the answer was made of.'),
});

/** What is taken as an answer: servers differ in how strictly they keep to a schema. */
export const answerSchema = z.strictObject({
  answer: z.string().max(LONGEST),
  articles: z.array(z.string().max(100)).max(10),
});
