import { describe, expect, it } from 'vitest';
import { systemIds } from '../../src/lib/clock.ts';
import { sealWith } from '../../src/lib/seal.ts';

const KEY = Buffer.alloc(32, 7);
const SECRET = 'xoxb-1-zażółć';
const seal = sealWith(KEY, 'slack tokens', systemIds);
const broken = expect.objectContaining({ code: 'internal', reason: 'seal_broken' });

/** With one character of one of its parts another one. */
function changed(sealed: string, part: number): string {
  const parts = sealed.split('.');
  const text = parts[part]!;
  parts[part] = (text[0] === 'A' ? 'B' : 'A') + text.slice(1);
  return parts.join('.');
}

describe('a sealed secret', () => {
  it('opens for what it belongs to', () => {
    expect(seal.open(seal.seal(SECRET, 'T1'), 'T1')).toBe(SECRET);
    expect(seal.open(seal.seal('', 'T1'), 'T1')).toBe('');
  });

  it('shows nothing of itself and is never the same twice', () => {
    const [one, other] = [seal.seal(SECRET, 'T1'), seal.seal(SECRET, 'T1')];
    expect(one).toMatch(/^v1\.[\w-]{16}\.[\w-]+$/);
    expect(Buffer.from(one.split('.')[2]!, 'base64url').toString('latin1')).not.toContain('xoxb');
    expect(one).not.toBe(other);
  });

  it('does not open in the place of another', () => {
    expect(() => seal.open(seal.seal(SECRET, 'T1'), 'T2')).toThrow(broken);
  });

  it('does not open with another key, or with the same key for another purpose', () => {
    const sealed = seal.seal(SECRET, 'T1');
    for (const other of [
      sealWith(Buffer.alloc(32, 8), 'slack tokens', systemIds),
      sealWith(KEY, 'something else', systemIds),
    ]) {
      expect(() => other.open(sealed, 'T1')).toThrow(broken);
    }
  });

  it.each([
    ['its version', 0],
    ['its nonce', 1],
    ['its text', 2],
  ])('does not open when %s was changed', (_, part) => {
    expect(() => seal.open(changed(seal.seal(SECRET, 'T1'), part), 'T1')).toThrow(broken);
  });

  it.each(['', 'v1', 'v1..', 'v1.AAAA.AAAA', SECRET])('does not open when it is %j', (text) => {
    expect(() => seal.open(text, 'T1')).toThrow(broken);
  });

  it('says why, and not what', () => {
    let error: { details?: unknown } = {};
    try {
      seal.open(seal.seal(SECRET, 'T1'), 'T2');
    } catch (thrown) {
      error = thrown as typeof error;
    }
    expect(error.details).toMatchObject({ about: 'T2', hint: expect.stringContaining('SECRETS_KEY') });
    expect(JSON.stringify(error.details)).not.toContain('xoxb');
  });
});
