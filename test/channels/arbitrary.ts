import fc from 'fast-check';
import type { Block, Button, Field, Reply, Rich } from '../../src/kit/card.ts';

const NASTY = [
  '<!here>',
  '<!channel>',
  '<@U0123>',
  '<#C0123|general>',
  '<https://evil.example|Pay here>',
  '<mailto:a@b.example|x>',
  '&lt;!here&gt;',
  '&amp;',
  '&#60;',
  '*bold*',
  '_italic_',
  '~struck~',
  '`code`',
  '```\nblock\n```',
  '> quote',
  ':smile:',
  '@here',
  '**bold**',
  '[Pay](https://evil.example)',
  '![x](https://evil.example/a.png)',
  '<at>Bob</at>',
  '# Heading',
  '- item',
  '1. item',
  '    code',
  '\\',
  '|a|b|',
  'https://evil.example',
  '{{DATE(2026-01-01T00:00:00Z,SHORT)}}',
  '\u202eabc\u202c',
  '\u2066x\u2069',
  'שלום 123',
  'zero\u200bwidth',
  '\u0000\u0007',
  '\r\n',
  '\n\n',
  '\t',
  '\ud800',
  '👨‍👩‍👧',
  'FV/2026/11/007',
  'INV_1042',
  'zażółć gęślą',
  '\'"; DROP',
  '</script>',
]; // prettier-ignore

const words = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.lorem({ maxCount: 4 }),
);

/** The same cases every time; FUZZ=<runs> looks for new ones. */
export const RUNS = process.env.FUZZ ? { numRuns: Number(process.env.FUZZ) } : { numRuns: 150, seed: 20_261_115 };

/** Any text of a few words, nasty ones among them. */
export const anyText = fc.array(words, { maxLength: 6 }).map((parts) => parts.join(' '));

const longText = fc
  .tuple(anyText, fc.integer({ min: 1, max: 400 }))
  .map(([text, n]) => `${text} `.repeat(n).slice(0, 7000));

/** A label that fits every platform and says something. */
export const label = anyText.map((text) => `x${text}`.slice(0, 50));

const rich: fc.Arbitrary<Rich> = fc.oneof(
  anyText,
  fc.array(fc.oneof(anyText, fc.record({ b: anyText })), { minLength: 1, maxLength: 4 }),
);

const id = fc.stringMatching(/^[A-Za-z0-9_-]{22}$/);

const button: fc.Arbitrary<Button<string>> = fc.oneof(
  fc.record({ label, action: id, style: fc.constantFrom('primary' as const, 'danger' as const) }),
  fc.record({ label, action: id }),
  fc.record({ label, url: fc.constant('https://portal.example/pay?a=1&b=2') }),
);

const uniqueButtons = (maxLength: number) =>
  fc.uniqueArray(button, { maxLength, selector: (one) => ('url' in one ? {} : one.action) });

const options = fc
  .array(label, { minLength: 1, maxLength: 14 })
  .map((labels) => labels.map((text, i) => ({ value: `v${i}`, label: text })));

const field = fc
  .record(
    {
      kind: fc.constantFrom('text', 'multiline', 'email', 'amount', 'choice', 'choices'),
      label,
      required: fc.boolean(),
      hint: label,
      error: label,
      value: fc.constantFrom('v0', 'v0,v1', 'a@b.example', '*x* <!here>'),
      options,
    },
    { requiredKeys: ['kind', 'label', 'options'] },
  )
  .map(({ options: all, ...rest }): Omit<Field, 'name'> => {
    const choosing = rest.kind === 'choice' || rest.kind === 'choices';
    return choosing ? { ...rest, options: all } : rest;
  });

const table = fc.integer({ min: 1, max: 5 }).chain((width): fc.Arbitrary<Block<string>> => {
  const column = fc.oneof(fc.record({ label }), fc.record({ label, align: fc.constant('right' as const) }));
  const cells = fc.array(rich, { minLength: width, maxLength: width });
  return fc.record({
    type: fc.constant('table' as const),
    columns: fc.array(column, { minLength: width, maxLength: width }),
    rows: fc.array(fc.record({ cells, actions: uniqueButtons(8) }, { requiredKeys: ['cells'] }), { maxLength: 6 }),
  });
});

/** The fields of a form, each with a name of its own. */
export const anyFields: fc.Arbitrary<Field[]> = fc
  .array(field, { minLength: 1, maxLength: 5 })
  .map((fields) => fields.map((one, i) => ({ ...one, name: `f${i}` })));

const form = { type: fc.constant('form' as const), fields: anyFields };

/** A label that fits the button of a modal too. */
const short = label.map((text) => text.slice(0, 24));

const block: fc.Arbitrary<Block<string>> = fc.oneof(
  fc.record(
    {
      type: fc.constant('text' as const),
      text: fc.oneof(rich, longText),
      style: fc.constantFrom('heading' as const, 'muted' as const),
    },
    { requiredKeys: ['type', 'text'] },
  ),
  fc.record({
    type: fc.constant('fields' as const),
    items: fc.array(fc.record({ label, value: fc.oneof(rich, longText) }), { maxLength: 14 }),
  }),
  table,
  fc.record({ type: fc.constant('actions' as const), buttons: uniqueButtons(30) }),
  fc.oneof(
    fc.record({ ...form, submit: fc.record({ label, action: id }) }),
    fc.record({ ...form, submit: fc.record({ label: short, action: id }), open: label }),
  ),
  fc.record({ type: fc.constant('divider' as const) }),
);

const oneForm = (blocks: Block<string>[]) =>
  blocks.filter((b, i) => b.type !== 'form' || blocks.findIndex((x) => x.type === 'form') === i);

/** Any reply whose single parts fit the platforms; whether the whole fits is for the renderers to show or to refuse. */
export const anyReply: fc.Arbitrary<Reply<string>> = fc.record(
  {
    text: label,
    audience: fc.constant('person' as const),
    card: fc.record({
      blocks: fc
        .array(block, { minLength: 1, maxLength: 4 })
        .map((blocks) => [{ type: 'text' as const, text: 'Card' }, ...oneForm(blocks)]),
    }),
    files: fc.array(fc.record({ id, name: label, type: fc.constant('application/pdf'), size: fc.nat() }), {
      maxLength: 3,
    }),
  },
  { requiredKeys: ['text', 'audience'] },
);
