import { describe, expect, it } from 'vitest';
import { collectProblems } from '../../src/loader/problems.ts';
import { readRows } from '../../src/loader/read/rows.ts';
import type { Source } from '../../src/loader/read/source.ts';
import { renderProblem } from '../../src/loader/report.ts';

/** What a file of this content holds, read in pieces of `size` bytes. */
async function read(format: 'json' | 'csv', content: string | Buffer, size = 7) {
  const bytes = Buffer.from(content);
  async function* open() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const source: Source = { name: `books.${format}`, format, open };
  const problems = collectProblems();
  const rows: { section: string; at: number; raw: unknown }[] = [];
  for await (const { section, at, raw } of readRows(source, problems)) rows.push({ section, at, raw });
  return { rows, problems: problems.kept.map(renderProblem) };
}

describe('JSON', () => {
  const document = {
    accounts: [
      { id: 'A', name: 'Zażółć "gęślą" \\ {[ jaźń ]}' },
      { id: 'B', tags: [{ deep: ['}'] }] },
    ],
    invoices: [],
    orders: [{}],
  };
  const rows = [
    { section: 'accounts', at: 1, raw: document.accounts[0] },
    { section: 'accounts', at: 2, raw: document.accounts[1] },
    { section: 'orders', at: 1, raw: {} },
  ];

  it.each([1, 2, 3, 5, 64, 4096])('is the same however it is cut, here in pieces of %i bytes', async (size) => {
    expect(await read('json', JSON.stringify(document), size)).toEqual({ rows, problems: [] });
    expect(await read('json', `\ufeff${JSON.stringify(document, null, 2)}\n`, size)).toEqual({ rows, problems: [] });
  });

  it.each([
    ['', 'books.json: the file ends too early, expected { at the beginning'],
    ['[]', 'books.json: line 1: expected { at the beginning'],
    ['{"orders": {}}', 'books.json: orders: line 1: expected [ and a list of rows'],
    ['{"orders": [\n1]}', 'books.json: orders: line 2: expected { and a row'],
    ['{"orders": [{},]}', 'books.json: orders: line 1: expected { and a row'],
    ['{"orders": [{} {}]}', 'books.json: orders: line 1: expected , and a row, or ] at the end of the section'],
    ['{"orders": [{}]', 'books.json: the file ends too early, expected , and a section, or } at the end'],
    ['{"orders": []} x', 'books.json: orders: line 1: expected nothing after the closing }'],
    ['{"orders": [],}', "books.json: orders: line 1: expected a section's name in quotes"],
  ])('%j is told with its line', async (content, problem) => {
    expect((await read('json', content)).problems).toEqual([problem]);
  });

  it('broken inside a row is told with the row', async () => {
    const { problems } = await read('json', '{"orders": [{}, {"id": nothing}]}');
    expect(problems).toEqual([expect.stringMatching(/^books\.json: orders row 2: not valid JSON: /)]);
  });

  it('in another encoding is told', async () => {
    const latin2 = Buffer.from([0x7b, 0x22, 0xb3, 0x22]);
    expect((await read('json', latin2)).problems).toEqual(['books.json: expected text in UTF-8']);
  });
});

describe('CSV', () => {
  it('makes one row of lines with the same id, its lists from their columns', async () => {
    const csv = [
      'id,account,number,issuedOn,line.product,line.amount,payment.reference,payment.refunded',
      'I1,ACME,1,2026-10-01,"Support, ""gold""",100.00,ch_1,true',
      'I1,ACME,,,Łączność,5.00,,',
      'I2,ACME,2,2026-10-01,Licence,7.00,,',
    ].join('\r\n');
    expect(await read('csv', csv)).toEqual({
      rows: [
        {
          section: 'invoices',
          at: 2,
          raw: {
            id: 'I1',
            account: 'ACME',
            number: '1',
            issuedOn: '2026-10-01',
            lines: [
              { product: 'Support, "gold"', amount: '100.00' },
              { product: 'Łączność', amount: '5.00' },
            ],
            payments: [{ reference: 'ch_1', refunded: true }],
          },
        },
        {
          section: 'invoices',
          at: 4,
          raw: expect.objectContaining({ id: 'I2', lines: [{ product: 'Licence', amount: '7.00' }] }),
        },
      ],
      problems: [],
    });
  });

  it.each([
    ['contracts', 'id;account;startsOn;autoRenew\nC1;ACME;2026-01-01;false\n', { autoRenew: false }],
    [
      'orders',
      '\ufeffid,account,orderedOn,event.at,event.state\nO1,ACME,2026-01-01,2026-01-01T10:00:00Z,booked\n',
      { events: [{ at: '2026-01-01T10:00:00Z', state: 'booked' }] },
    ],
  ])('is known to be %s by its columns, commas or semicolons', async (section, csv, raw) => {
    const { rows, problems } = await read('csv', csv);
    expect({ rows, problems }).toEqual({ rows: [{ section, at: 2, raw: expect.objectContaining(raw) }], problems: [] });
  });

  it.each([
    ['', 'books.csv: expected a header row'],
    [
      'name,e-mail\n',
      'books.csv: expected the columns of invoices (with issuedOn), orders (with orderedOn), contracts (with startsOn)',
    ],
    [
      'id,issuedOn,line.unit_price\n',
      'books.csv: invoices: header: unknown name "line.unit_price", did you mean "line.unitPrice"?',
    ],
    ['id,issuedOn,id\n', 'books.csv: invoices: header: id stands twice'],
    ['id,account,issuedOn\nI1,ACME\n', 'books.csv: invoices row 2: expected 3 cells as in the header, got 2'],
    [
      'id,account,issuedOn\nI1,ACME,2026-10-01\nI1,ACME,2026-10-02\n',
      'books.csv: invoices row 3, issuedOn: expected the same as in line 2, or nothing, in a further line of the row',
    ],
    ['id,issuedOn\n"I1,2026\n', expect.stringMatching(/^books\.csv: not valid CSV: /)],
  ])('%j is told', async (csv, problem) => {
    expect((await read('csv', csv)).problems).toEqual([problem]);
  });

  it('in another encoding is told', async () => {
    expect((await read('csv', Buffer.from([0x69, 0x64, 0xb3, 0x0a]))).problems).toEqual([
      'books.csv: expected text in UTF-8',
    ]);
  });
});
