import type { Query } from '../../lib/sql.ts';
import { type AuditRecord, type Head, hashRecord } from './chain.ts';

/** What is wrong at one place of a chain. `cut_off`: records that once were there are missing at its end. */
export interface AuditProblem {
  chain: string;
  seq: number;
  problem: 'changed' | 'missing' | 'reordered' | 'cut_off';
}

interface Row extends Omit<AuditRecord, 'seq' | 'at'> {
  seq: string;
  at: Date;
  hash: string;
}

const PAGE = 1000;

/**
 * Reads every chain from its first record and finds what was changed, taken out, reordered or cut off (PRODUCT.md
 * section 13). Records written while it reads are no problem.
 * @param key the HMAC's, `AUDIT_KEY`
 * @param kept the heads kept outside the database, read before
 */
export async function verifyAudit(
  sql: Query,
  key: Buffer,
  kept: readonly Head[],
): Promise<{ chains: number; records: number; problems: AuditProblem[] }> {
  const { rows } = await sql.query<{ chain: string; seq: string; hash: string }>(
    `SELECT chain, seq, hash FROM audit_head
     UNION ALL SELECT DISTINCT chain, 0, '' FROM audit_record`,
  );
  const heads = new Map<string, Head[]>();
  for (const head of [...rows.map((row) => ({ ...row, seq: Number(row.seq) })), ...kept]) {
    const known = heads.get(head.chain);
    if (known) known.push(head);
    else heads.set(head.chain, [head]);
  }
  const problems: AuditProblem[] = [];
  let records = 0;
  for (const [chain, itsHeads] of [...heads].sort(([a], [b]) => (a < b ? -1 : 1))) {
    records += await verifyChain(sql, key, itsHeads, (seq, problem) => problems.push({ chain, seq, problem }));
  }
  return { chains: heads.size, records, problems };
}

async function verifyChain(
  sql: Query,
  key: Buffer,
  heads: readonly Head[],
  tell: (seq: number, problem: AuditProblem['problem']) => void,
): Promise<number> {
  const chain = heads[0]!.chain;
  const hashes = new Map<number, Set<string>>();
  for (const { seq, hash } of heads) hashes.set(seq, (hashes.get(seq) ?? new Set()).add(hash));
  let [seq, hash, count] = [0, '', 0];
  for (;;) {
    const page = await readPage(sql, chain, seq);
    for (const row of page) {
      const record = recordOf(row);
      const gap = record.seq > seq + 1;
      if (gap) tell(seq + 1, 'missing');
      const asKept = [...(hashes.get(record.seq) ?? [])].every((one) => one === row.hash);
      // What stands behind a gap can't be linked to what is not there; that it is whole still shows.
      if (hashRecord(key, record) !== row.hash) tell(record.seq, await wrongHow(sql, key, record, row.hash));
      else if (!asKept || !(gap || record.prevHash === hash)) tell(record.seq, 'changed');
      [seq, hash, count] = [record.seq, row.hash, count + 1];
    }
    if (page.length < PAGE) break;
  }
  if (heads.some((head) => head.seq > seq)) tell(seq + 1, 'cut_off');
  return count;
}

/** A record that is whole, but was written for another place: behind the one whose hash it holds. */
async function wrongHow(sql: Query, key: Buffer, record: AuditRecord, hash: string): Promise<'changed' | 'reordered'> {
  const { rows } = await sql.query<{ seq: string }>(`SELECT seq FROM audit_record WHERE chain = $1 AND hash = $2`, [
    record.chain,
    record.prevHash,
  ]);
  const places = [1, ...rows.map(({ seq }) => Number(seq)).flatMap((seq) => [seq - 1, seq, seq + 1, seq + 2])];
  return places.some((seq) => hashRecord(key, { ...record, seq }) === hash) ? 'reordered' : 'changed';
}

async function readPage(sql: Query, chain: string, after: number): Promise<Row[]> {
  const { rows } = await sql.query<Row>(
    `SELECT chain, seq, at, "actorKind", "actorId", action, object, channel, outcome, details, "prevHash", hash
     FROM audit_record WHERE chain = $1 AND seq > $2 ORDER BY seq LIMIT ${PAGE}`,
    [chain, after],
  );
  return rows;
}

const recordOf = ({ hash: _, seq, at, ...row }: Row): AuditRecord => ({
  ...row,
  seq: Number(seq),
  at: at.toISOString(),
});
