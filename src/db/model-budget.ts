import type { ModelBudget } from '../lib/model-budget.ts';
import type { Query } from '../lib/sql.ts';

/** @param limits calls a day (UTC) in all and for one person */
export function modelBudget(system: Query, limits: { all: number; person: number }): ModelBudget {
  return {
    async take(person, now) {
      const day = now.toISOString().slice(0, 10);
      const { rows } = await system.query<{ taken: number }>(TAKE, [day, person, limits.person, limits.all]);
      return rows[0]?.taken === 2;
    },
  };
}

// The person's first: whoever has used up their own leaves the others theirs.
const TAKE = `
  WITH own AS (
    INSERT INTO model_calls AS c (day, who, calls) SELECT $1::date, $2, 1 WHERE $3 > 0
    ON CONFLICT (day, who) DO UPDATE SET calls = c.calls + 1 WHERE c.calls < $3
    RETURNING 1
  ), everybodys AS (
    INSERT INTO model_calls AS c (day, who, calls) SELECT $1::date, 'all', 1 FROM own WHERE $4 > 0
    ON CONFLICT (day, who) DO UPDATE SET calls = c.calls + 1 WHERE c.calls < $4
    RETURNING 1
  )
  SELECT ((SELECT count(*) FROM own) + (SELECT count(*) FROM everybodys))::int AS taken`;
