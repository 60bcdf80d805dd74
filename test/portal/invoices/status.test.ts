import { describe, expect, it } from 'vitest';
import { statusOf } from '../../../src/portal/invoices/status.ts';

describe('the status of an invoice', () => {
  const today = '2026-11-03';

  it('is overdue when something is left and the due date is before today', () => {
    expect(statusOf({ left: '0.01', dueOn: '2026-11-02' }, today)).toBe('overdue');
  });

  it('is open on the due date itself', () => {
    expect(statusOf({ left: '0.01', dueOn: today }, today)).toBe('open');
  });

  it('is closed when nothing is left, or less than nothing, however late', () => {
    expect(statusOf({ left: '0.000', dueOn: '2020-01-01' }, today)).toBe('closed');
    expect(statusOf({ left: '-5', dueOn: '2030-01-01' }, today)).toBe('closed');
  });
});
