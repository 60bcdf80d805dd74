import type { z } from 'zod';
import type { Cell } from '../db/copy.ts';
import type { FieldProblem } from './problems.ts';

/** What a staged cell is made of; a PDF is read from its file only when the row is staged. */
export type Value = Cell | { pdf: string };

type Columns<Row> = Readonly<Record<string, (row: Row) => Value>>;

interface ChildDefinition<Row> {
  table: string;
  /** The staging table's name, where it is not simply the table's. */
  staged?: string;
  /** The column that names the parent. */
  parent: string;
  /** The other columns of its primary key. */
  key: readonly string[];
  /** Columns, out of the parent's row; undefined: the row left the list out, what is there stays. */
  rows: (row: Row) => readonly Readonly<Record<string, Cell>>[] | undefined;
  columns: readonly string[];
  /** SQL for columns that don't simply follow the file, as the kind's own `set`. */
  set?: Readonly<Record<string, string>>;
  /** SQL for rows, `t`, that stay although the file has no such one; `p` has their parent's number in the load. */
  keep?: string;
  /** Staged only; merged by rules of its own. */
  ownMerge?: true;
}

interface Reference {
  field: string;
  section: string;
  table: string;
}

interface Definition<Schema extends z.ZodType, Row = z.output<Schema>> {
  /** What such rows are called in files and reports. */
  section: string;
  schema: Schema;
  /** What one field's schema can't say. */
  check?: (row: Row) => FieldProblem[];
  table: string;
  /** The fields that hold the external ids of the row's account and of the row: `account` and `id`. */
  identity?: { account?: string; id?: string };
  columns: Columns<Row>;
  /** Columns that hold another kind's external id in the file and its id in the table. */
  references?: Readonly<Record<string, Reference>>;
  /** SQL for columns whose first value is not simply the file's. */
  insert?: Readonly<Record<string, string>>;
  /** SQL for columns that don't simply follow the file afterwards; `t` is the row that stands, `excluded` the file's. */
  set?: Readonly<Record<string, string>>;
  children?: readonly ChildDefinition<Row>[];
  /** Rows of another kind that stand inside this one's. */
  nested?: (row: Row) => readonly { kind: Kind; row: unknown; path: readonly PropertyKey[] }[];
  /** The rows are merged by rules of their own. */
  ownMerge?: true;
}

interface Identity {
  account: string | undefined;
  id: string | undefined;
}

/** A row as it goes into the staging tables. */
export interface StagedRow {
  account: string;
  id: string;
  values: readonly Value[];
  /** A list for each child table; undefined where the file left it out. */
  children: readonly (readonly (readonly Cell[])[] | undefined)[];
  nested: readonly { kind: Kind; row: unknown; path: readonly PropertyKey[] }[];
}

type ReadRow = { ok: true; row: StagedRow } | { ok: false; problems: readonly FieldProblem[] };

export interface Kind {
  section: string;
  table: string;
  columns: readonly string[];
  references: Readonly<Record<string, Reference>>;
  insert: Readonly<Record<string, string>>;
  set: Readonly<Record<string, string>>;
  children: readonly Omit<ChildDefinition<never>, 'rows'>[];
  ownMerge: boolean;
  /** Which row it is, as far as it says; also of one that is not right. */
  identify(raw: unknown): Identity;
  read(raw: unknown): ReadRow;
}

/** Describes one kind of row: how it is checked and where it goes. */
export function defineKind<Schema extends z.ZodType>(definition: Definition<Schema>): Kind {
  const { section, table, schema, check, columns, references = {}, insert = {}, set = {}, children = [] } = definition;
  const { account: accountField = 'account', id: idField = 'id' } = definition.identity ?? {};
  const folded = (id?: string) => (idField === 'email' ? id?.toLowerCase() : id);
  const getters = Object.values(columns);
  return {
    section,
    table,
    columns: Object.keys(columns),
    references,
    insert,
    set,
    children,
    ownMerge: definition.ownMerge ?? false,
    identify: (raw) => ({ account: textAt(raw, accountField), id: folded(textAt(raw, idField)) }),
    read(raw) {
      const parsed = schema.safeParse(raw, { reportInput: true });
      if (!parsed.success) return { ok: false, problems: parsed.error.issues.map(describe) };
      const row = parsed.data;
      const problems = check?.(row) ?? [];
      if (problems.length > 0) return { ok: false, problems };
      const staged = {
        account: textAt(row, accountField) ?? '',
        id: textAt(row, idField) ?? '',
        values: getters.map((get) => get(row)),
        children: children.map((child) =>
          child.rows(row)?.map((item) => child.columns.map((column) => item[column] ?? null)),
        ),
        nested: definition.nested?.(row) ?? [],
      };
      return { ok: true, row: staged };
    },
  };
}

function textAt(row: unknown, field: string): string | undefined {
  const value = (row as Readonly<Record<string, unknown>> | null)?.[field];
  return typeof value === 'string' ? value : undefined;
}

const SECRET = new Set<PropertyKey>(['token']);

function describe({ code, path, message, input }: z.core.$ZodIssue): FieldProblem {
  if (code === 'unrecognized_keys') return { path, message };
  if (input === undefined) return { path, message: `missing, expected ${message}` };
  const secret = path.some((part) => SECRET.has(part)) || typeof input === 'object';
  return { path, message: secret ? `expected ${message}` : `expected ${message}, got ${shown(input)}` };
}

/** What stood there, cut short, long runs of digits left out: one may be a card number. */
function shown(input: unknown): string {
  const all = JSON.stringify(input).replace(/\d(?:[ -]?\d){11,}/g, '(digits)');
  return all.length > 60 ? `${all.slice(0, 57)}..."` : all;
}
