import type { LoadReport } from './load.ts';
import { FROM_DOCUMENTS, type SkippedPerson } from './people.ts';
import type { LoadProblem } from './problems.ts';

/** A load's report for the command line, in English like all of it. */
export function renderReport({ id, files, counts, skipped, refunded }: LoadReport): string {
  const width = Math.max(...counts.map(({ section }) => section.length), 0);
  const changed = counts.some(({ inserted, updated }) => inserted + updated > 0);
  return [
    `Loaded ${files.join(', ')}${changed ? '' : ': nothing changed'} (load ${id})`,
    ...counts.map(({ section, inserted, updated, unchanged }) =>
      section === FROM_DOCUMENTS
        ? `  ${section.padEnd(width)}  ${inserted} new`
        : `  ${section.padEnd(width)}  ${inserted} new, ${updated} changed, ${unchanged} the same`,
    ),
    ...(refunded.length > 0 ? [`Given back according to the data: ${refunded.join(', ')}`] : []),
    ...(skipped.length > 0 ? ['Left as people decided:', ...skipped.map(skippedLine)] : []),
  ].join('\n');
}

const REASONS: Readonly<Record<SkippedPerson['reason'], string>> = {
  removed: 'was removed from the account',
  suspended: 'is suspended',
  has_access: 'has access already, people look after the roles',
};

function skippedLine({ account, email, document, roles, reason }: SkippedPerson): string {
  const asked = document === undefined ? '' : `, named by ${document} as ${roles.join(', ')}`;
  return `  ${account}: ${email} ${REASONS[reason]}${asked}`;
}

/** A refused load's problems for the command line, one a line. */
export function renderProblems({ problems, count }: { problems: readonly LoadProblem[]; count: number }): string {
  const rest = count - problems.length;
  return [
    `Nothing was loaded: ${count} ${count === 1 ? 'problem' : 'problems'}.`,
    ...problems.map(renderProblem),
    ...(rest > 0 ? [`... and ${rest} more.`] : []),
  ].join('\n');
}

/** `books.json: invoices row 3 (id "A-1042"), dueOn: expected ...` */
export function renderProblem({ file, section, row, id, field, message }: LoadProblem): string {
  const which = [section, row === undefined ? undefined : `row ${row}`, id === undefined ? undefined : `(id "${id}")`];
  const where = [which.filter((part) => part !== undefined).join(' '), field].filter(Boolean).join(', ');
  return `${file}: ${where ? `${where}: ` : ''}${message}`;
}
