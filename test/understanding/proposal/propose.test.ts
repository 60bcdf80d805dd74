import { describe, expect, it } from 'vitest';
import type { Unsure } from '../../../src/kit/understood.ts';
import { CodedError } from '../../../src/lib/errors.ts';
import { answerSchema } from '../../../src/understanding/proposal/answer.ts';
import { createBreaker } from '../../../src/understanding/proposal/breaker.ts';
import type { AskModel } from '../../../src/understanding/proposal/openai.ts';
import { proposeWith } from '../../../src/understanding/proposal/propose.ts';
import { wishesAnswer } from '../../support/fake-model.ts';
import { quietLog } from '../../support/log.ts';
import { standingClock } from '../../support/portal.ts';
import { context, local, unsure } from './local.ts';

const lists = answerSchema.parse(JSON.parse(wishesAnswer({ intent: 'invoices.list' })));

/** A proposer over a model that does what it is told, counting how often it is asked. */
function proposer(answer: AskModel = async () => lists, budget = { take: async () => true }) {
  const clock = standingClock();
  const asked: string[] = [];
  let does = answer;
  const look = proposeWith({
    ...{ clock, budget, log: quietLog, isWord: local.isWord, sure: 0.8, breaker: createBreaker(clock) },
    ask: async (instructions, question) => {
      asked.push(question);
      return does(instructions, question);
    },
  });
  return {
    ...{ clock, asked },
    answers(next: AskModel) {
      does = next;
    },
    async about(text: string, more: Partial<Unsure> = {}) {
      const asking = { text, context: context(), understood: unsure(), person: 'ann', ...more };
      return look.wants(asking) ? look.propose(asking) : undefined;
    },
  };
}

const breaks: AskModel = async () => {
  throw new CodedError('unavailable', 'model_late');
};

describe('the language model is asked', () => {
  it('about a text without its numbers and addresses, with the likeliest wishes and what they mean', async () => {
    const { about, asked } = proposer();
    expect(await about('what about 123 for anna@acme.pl')).toMatchObject({ by: 'model', decision: 'act' });
    expect(JSON.parse(asked[0]!)).toEqual({
      message: 'what about [NUMBER_1] for [EMAIL_2]',
      language: 'en',
      likely: [
        'invoices.list: see invoices, by status or period; totals ("how much do we owe") too [status]',
        'payments.list: payments made and their state ("did my payment go through?") [invoice]',
      ],
    });
  });

  it.each([
    ['where the local engine is sure', { understood: unsure({ decision: 'act' }) }],
    ['where it surely is out of scope', { understood: unsure({ candidates: [{ intent: 'none', confidence: 0.9 }] }) }],
    ['where nothing was said', { understood: unsure({ decision: 'none', candidates: [] }) }],
    ['at an open confirmation', { context: context({ awaiting: 'confirm' }) }],
    ['where any words are an answer', { context: context({ awaiting: 'reason', dialog: 'invoices.dispute' }) }],
    ['where the text says not to', { understood: unsure({ guard: 'negated' }) }],
    ['where the text only tells what others said', { understood: unsure({ guard: 'reported' }) }],
    ['about a long story', { text: 'so then '.repeat(100) }],
  ])('never %s', async (_when, more) => {
    const { about, asked } = proposer();
    expect(await about('hm', more)).toBeUndefined();
    expect(asked).toEqual([]);
  });

  it('no more once its calls of the day are used up, or can’t be counted', async () => {
    const spent = proposer(undefined, { take: async () => false });
    expect(await spent.about('hm')).toBeUndefined();
    const uncounted = proposer(undefined, {
      take: async () => {
        throw new CodedError('unavailable', 'database');
      },
    });
    expect(await uncounted.about('hm')).toBeUndefined();
    expect([...spent.asked, ...uncounted.asked]).toEqual([]);
  });

  it('no more for a minute after four failures in a row, then by one call that decides for all', async () => {
    const { about, asked, clock, answers } = proposer(breaks);
    for (let n = 0; n < 6; n += 1) expect(await about('hm')).toBeUndefined();
    expect(asked).toHaveLength(4);
    clock.move(60_000);
    expect(await Promise.all([about('hm'), about('hm'), about('hm')])).toEqual([undefined, undefined, undefined]);
    expect(asked).toHaveLength(5);
    clock.move(60_000);
    answers(async () => lists);
    expect(await about('hm')).toBeDefined();
    expect(await about('hm')).toBeDefined();
    expect(asked).toHaveLength(7);
  });

  it('and its failures between answers don’t add up', async () => {
    const { about, asked, answers } = proposer();
    for (const next of [breaks, breaks, breaks, async () => lists, breaks, breaks, breaks, async () => undefined]) {
      answers(next);
      await about('hm');
    }
    await about('hm');
    expect(asked).toHaveLength(9);
  });
});
