import type { Learning, Misunderstood } from '../conversation/learning.ts';
import type { IntentName } from '../kit/contract.ts';
import type { Query } from '../lib/sql.ts';

/** What was not understood, on the system role's connections. @param redact takes out whatever names anybody */
export function learningStore(system: Query, redact: (text: string) => string): Learning {
  return {
    async keep({ seq, at, locale, text, how, awaiting, candidates, proposed }) {
      await system.query(KEEP, [
        ...[seq, at, locale, redact(text), how, awaiting ?? null],
        ...[JSON.stringify(candidates), proposed ?? null],
      ]);
    },
    async pressed(seq, intent) {
      await system.query(PRESSED, [seq, intent]);
    },
  };
}

const KEEP = `
  INSERT INTO misunderstood (seq, at, locale, text, how, awaiting, candidates, proposed)
  VALUES ($1, $2, $3, $4, $5, $6, $7::jsonb, $8) ON CONFLICT (seq) DO NOTHING`;

// Below what was begun stand other buttons, that say nothing of the text.
const PRESSED = `UPDATE misunderstood SET chosen = $2 WHERE seq = $1 AND chosen IS NULL AND how <> 'model'`;

/** What is kept of a text that was not understood. */
export type Kept = Omit<Misunderstood, 'seq'> & { chosen?: IntentName };

/** Everything kept since then, the oldest first. */
export async function misunderstoodSince(system: Query, since: Date): Promise<Kept[]> {
  const { rows } = await system.query<
    Omit<Kept, 'chosen' | 'proposed'> & Record<'chosen' | 'proposed', IntentName | null>
  >(
    'SELECT at, locale, text, how, awaiting, candidates, proposed, chosen FROM misunderstood WHERE at >= $1 ORDER BY seq',
    [since],
  );
  return rows.map(({ chosen, proposed, ...row }) => ({
    ...row,
    ...(proposed && { proposed }),
    ...(chosen && { chosen }),
  }));
}
