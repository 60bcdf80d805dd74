import { expect, it } from 'vitest';
import { renderProblems, renderReport } from '../../src/loader/report.ts';

it('a report says what changed, what the data took back and whom people decided otherwise about', () => {
  const report = renderReport({
    id: 'L1',
    files: ['books.json'],
    counts: [
      { section: 'accounts', inserted: 0, updated: 0, unchanged: 2 },
      { section: 'invoices', inserted: 3, updated: 1, unchanged: 20 },
    ],
    skipped: [
      {
        account: 'ACME',
        email: 'ewa@acme.example',
        document: '88012',
        roles: ['finance', 'technical'],
        reason: 'suspended',
      },
      { account: 'ACME', email: 'jan@acme.example', roles: [], reason: 'removed' },
    ],
    refunded: ['P-1007'],
  });
  expect(report).toBe(
    [
      'Loaded books.json (load L1)',
      '  accounts  0 new, 0 changed, 2 the same',
      '  invoices  3 new, 1 changed, 20 the same',
      'Given back according to the data: P-1007',
      'Left as people decided:',
      '  ACME: ewa@acme.example is suspended, named by 88012 as finance, technical',
      '  ACME: jan@acme.example was removed from the account',
    ].join('\n'),
  );
});

it('a refusal lists the problems kept and says how many there are in all', () => {
  const problem = {
    file: 'a.json',
    section: 'orders',
    row: 2,
    id: 'O1',
    field: 'total',
    message: 'expected an amount',
  };
  expect(renderProblems({ problems: [problem], count: 1 })).toBe(
    'Nothing was loaded: 1 problem.\na.json: orders row 2 (id "O1"), total: expected an amount',
  );
  expect(renderProblems({ problems: [problem], count: 150 })).toMatch(/: 150 problems\.\n.*\n\.\.\. and 149 more\.$/);
});
