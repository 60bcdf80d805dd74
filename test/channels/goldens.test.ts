import { describe, it } from 'vitest';
import type { Reply } from '../../src/kit/card.ts';
import { expectReplyGolden } from '../support/golden.ts';
import { samples } from './samples.ts';

describe('sample replies', () => {
  it.each(Object.entries<Reply<string>>(samples))(
    '%s is shown in text, Slack and Teams as looked at',
    (name, reply) => {
      expectReplyGolden(`channels/${name}`, reply, /[ąęćłńóśźż]/.test(reply.text) ? 'pl' : 'en');
    },
  );
});
