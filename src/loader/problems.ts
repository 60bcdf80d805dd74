/** Something wrong inside one row: where, and what was expected there. */
export interface FieldProblem {
  /** Names of fields and, in lists, positions from 0. */
  path: readonly PropertyKey[];
  message: string;
}

/** Something wrong in a load, told so that whoever made the file finds it. */
export interface LoadProblem {
  file: string;
  /** The part of the file, e.g. `invoices`. */
  section?: string;
  /** In JSON the row of its section, in CSV the line of the file, both from 1. */
  row?: number;
  /** The row's external id. */
  id?: string;
  /** Where in the row; positions in lists from 1, e.g. `lines[2].amount`. */
  field?: string;
  message: string;
}

/** More are counted, not kept: a file of another kind has one in every row. */
const KEPT = 100;

export interface Problems {
  add(problem: LoadProblem): void;
  readonly kept: readonly LoadProblem[];
  readonly count: number;
}

/** Collects the first hundred problems and counts them all. */
export function collectProblems(): Problems {
  const kept: LoadProblem[] = [];
  let count = 0;
  return {
    add(problem) {
      count += 1;
      if (kept.length < KEPT) kept.push(problem);
    },
    kept,
    get count() {
      return count;
    },
  };
}

/** `['lines', 1, 'amount']` as people write it: `lines[2].amount`. */
export const fieldName = (path: readonly PropertyKey[]): string =>
  path.map((part, at) => (typeof part === 'number' ? `[${part + 1}]` : `${at ? '.' : ''}${String(part)}`)).join('');
