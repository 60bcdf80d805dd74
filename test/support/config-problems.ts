import { expect } from 'vitest';

/** What is wrong with a configuration, as the start says it; nothing where it can be read. */
export function configProblems(read: () => unknown): string[] {
  try {
    read();
    return [];
  } catch (error) {
    const { code, reason, details } = error as { code: string; reason: string; details: { problems: string[] } };
    expect([code, reason]).toEqual(['invalid', 'configuration']);
    return details.problems;
  }
}
