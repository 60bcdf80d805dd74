import { describe, expect, it } from 'vitest';
import { ownWords, plainText } from '../../../src/channels/teams/receive/text.ts';

describe('a text without Teams’ markup', () => {
  it.each([
    ['Smith &amp; Sons &lt;3 &gt; 2 &quot;x&quot; &#39;y&#x27;', 'Smith & Sons <3 > 2 "x" \'y\''],
    ['&amp;lt;b&amp;gt;', '&lt;b&gt;'],
    ['&nope; &#99999999; AT&T', '&nope; &#99999999; AT&T'],
    ['invite&nbsp; <at>Jan Kowalski</at>', 'invite Jan Kowalski'],
    ['<at id="0">Jan</at> should pay', 'Jan should pay'],
    ['first<br>second<br />third', 'first\nsecond\nthird'],
    ['<quoted messageId="1767225600000"/> and?', 'and?'],
    ['a < b and <', 'a < b and <'],
    ['<attachment> of <b>invoice 1</b>', '<attachment> of <b>invoice 1</b>'],
  ])('of %s is %s', (raw, text) => {
    expect(plainText(raw)).toBe(text);
  });

  it('does not name who is spoken to', () => {
    expect(plainText('<at>Portal</at> pay it, <at>Portal</at>', ['<at>Portal</at>'])).toBe('pay it,');
  });
});

describe('the writer’s own words', () => {
  const quote = (text: string) =>
    `<blockquote itemscope="" itemtype="http://schema.skype.com/Reply" itemid="1"><strong>Jan</strong><p>${text}</p></blockquote>`;
  const mention = (name: string) =>
    `<span itemscope itemtype="http://schema.skype.com/Mention" itemid="0">${name}</span>`;

  it.each([
    [`${quote('pay all')}<p>what is that?</p>`, 'what is that?'],
    [`${quote('pay all')}<p>and</p>${quote('cancel')}<p>this &amp; that</p>`, 'and\n this & that'],
    [`${quote('pay all')}<p>${mention('Portal')} ask ${mention('Jan')}</p>`, 'ask Jan'],
    [quote('pay all'), ''],
    ['<blockquote itemtype="http://schema.skype.com/Reply">pay all', ''],
  ])('of %s are %s', (html, words) => {
    expect(ownWords(html, ['<at>Portal</at>'])).toBe(words);
  });

  it('are nothing of their own where nobody is quoted', () => {
    expect(ownWords('<p>hello</p><blockquote>hi</blockquote>')).toBeUndefined();
  });

  it.each([
    ['opening marks', '<'.repeat(64_000)],
    ['mentions that never end', '<at '.repeat(16_000)],
    ['quotes that never end', '<blockquote schema.skype.com/Reply>'.repeat(1800)],
    ['quotes that hardly begin', '<blockquote '.repeat(5300)],
    ['spans', '<span schema.skype.com/Mention '.repeat(2000)],
    ['entities', '&#'.repeat(32_000)],
  ])('are found in no time among nothing but %s', (_, hostile) => {
    const began = performance.now();
    ownWords(hostile);
    ownWords(`${quote('x')}${hostile}`);
    plainText(hostile);
    expect(performance.now() - began).toBeLessThan(1000);
  });
});
