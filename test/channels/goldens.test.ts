import { describe, expect, it } from 'vitest';
import type { Reply } from '../../src/kit/card.ts';
import { expectGolden, expectReplyGolden } from '../support/golden.ts';
import { samples } from './samples.ts';

describe('sample replies', () => {
  it.each(Object.entries<Reply<string>>(samples))(
    '%s is shown in text, Slack and Teams as looked at',
    (name, reply) => {
      expectReplyGolden(`channels/${name}`, reply, /[ąęćłńóśźż]/.test(reply.text) ? 'pl' : 'en');
    },
  );
});

describe.skipIf(process.env.UPDATE_GOLDENS === '1')('a golden', () => {
  it('fails where it is missing, rather than being written unseen', () => {
    expect(() => expectGolden('channels/never-written', {})).toThrow('UPDATE_GOLDENS=1');
  });

  it('fails where the value differs', () => {
    expect(() => expectGolden('channels/file-sent', {})).toThrow();
  });
});
