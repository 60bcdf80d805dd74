import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { REASONS } from '../../src/conversation/reasons.ts';

/** Every reason the portal refuses a person by, as it stands in its sources; the operator reads codes. */
function reasonsOfThePortal(): { code: string; reason: string; file: string }[] {
  const files = readdirSync('src/portal', { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !name.startsWith('operator/'),
  );
  return files.flatMap((file) => {
    const source = readFileSync(join('src/portal', file), 'utf8');
    return [...source.matchAll(/new CodedError\(\s*'(\w+)',\s*'([\w.]+)'/g)].map(([, code, reason]) => ({
      code: code!,
      reason: reason!,
      file,
    }));
  });
}

describe('a refusal', () => {
  const found = reasonsOfThePortal().filter(({ code }) => code !== 'internal');

  it('is found in the sources at all', () => {
    expect(found.length).toBeGreaterThan(10);
  });

  it('has a sentence of its own in both languages for every reason of the portal', () => {
    const missing = found.filter(({ reason }) => reason !== 'role_needed' && !REASONS[reason]);
    expect(missing).toEqual([]);
  });
});
