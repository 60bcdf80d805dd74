import { describe, expect, it } from 'vitest';
import { plainText } from '../../../src/channels/slack/receive/text.ts';
import { clean } from '../../../src/understanding/text/clean.ts';

describe('a text without Slack’s markup', () => {
  it.each([
    ['Smith &amp; Sons &lt;3 &gt; 2', 'Smith & Sons <3 > 2'],
    ['&amp;lt;', '&lt;'],
    ['pay <https://a.example/?a=1&amp;b=2|invoice 123>', 'pay invoice 123'],
    ['see <https://a.example/?a=1&amp;b=2>', 'see https://a.example/?a=1&b=2'],
    ['mail <mailto:jan@acme.example|jan@acme.example>', 'mail jan@acme.example'],
    ['mail <mailto:jan@acme.example|ceo@acme.example>', 'mail jan@acme.example'],
    ['call <tel:+48601000000|601 000 000>', 'call +48601000000'],
    ['tell <@U0JAN> and <@W0EVA|eva>', 'tell <@U0JAN> and <@W0EVA>'],
    ['<!channel> <!here|here> in <#C0SALES|sales> and <#C0X>', '@channel here in #sales and #C0X'],
    ['<!subteam^S0AP|@payables> by <!date^1767225600^{date}|1 January>', '@payables by 1 January'],
    ['a < b and <', 'a < b and <'],
    ['invoices <overdue> of <Acme>', 'invoices <overdue> of <Acme>'],
    ['  *bold* _it_  ', '*bold* _it_'],
  ])('of %s is %s', (raw, text) => {
    expect(plainText(raw)).toBe(text);
  });

  it('does not name who is spoken to', () => {
    expect(plainText('hey <@U0BOT>, pay it', ['U0BOT'])).toBe('hey , pay it');
  });

  it.each(['pay the bill of <@U0JAN>', 'Smith &amp; Sons', 'mail <mailto:a@b.example|a@b.example>'])(
    'is understood as the marked up one is: %s',
    (raw) => {
      expect(clean(plainText(raw))).toBe(clean(raw));
    },
  );
});
