import { describe, expect, it } from 'vitest';
import { isConflict, retryConflicts } from '../../src/db/retry.ts';

const none = () => 0;

describe('retryConflicts', () => {
  it('gives up after six conflicts, with the conflict', async () => {
    let runs = 0;
    const work = async () => {
      runs++;
      throw Object.assign(new Error('conflict'), { code: 'P2034' });
    };
    await expect(retryConflicts(work, none)).rejects.toThrow('conflict');
    expect(runs).toBe(6);
  });

  it('does not do again what failed for another reason', async () => {
    let runs = 0;
    const work = async () => {
      runs++;
      throw Object.assign(new Error('taken'), { code: 'P2002' });
    };
    await expect(retryConflicts(work, none)).rejects.toThrow('taken');
    expect(runs).toBe(1);
  });
});

describe('isConflict', () => {
  it.each([
    ["Prisma's own code", { code: 'P2034' }],
    ["PostgreSQL's serialization failure", { code: '40001' }],
    ["PostgreSQL's deadlock", { code: '40P01' }],
    ["the driver adapter's cause", { cause: { kind: 'TransactionWriteConflict' } }],
    ['a failed raw query', { code: 'P2010', meta: { driverAdapterError: { cause: { originalCode: '40001' } } } }],
  ])('knows %s', (_, error) => expect(isConflict(error)).toBe(true));

  it.each([
    ['a unique violation', { code: 'P2002' }],
    ['another cause', { cause: { kind: 'UniqueConstraintViolation' } }],
    ['no error at all', undefined],
  ])('is not misled by %s', (_, error) => expect(isConflict(error)).toBe(false));
});
