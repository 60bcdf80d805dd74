import { z } from 'zod';
import { CodedError } from '../../lib/errors.ts';
import { isLocale, type Locale } from '../../lib/locale.ts';
import type { Query } from '../../lib/sql.ts';
import type { ChatUser } from '../identity.ts';
import { accountsOf } from './accounts-of.ts';
import { codeOf, proofOf } from './code.ts';
import { type Asker, codeMail } from './code-mail.ts';
import type { IdentityDeps } from './deps.ts';
import { blockedUntil, COUNTED_MS } from './limits.ts';
import { recordTry } from './record.ts';

/** How long a code can be used (PRODUCT.md section 7). */
const LIFE_MS = 10 * 60_000;

const address = z.string().trim().toLowerCase().max(254).pipe(z.email());

export interface CodeWish {
  asker: Asker;
  /** What the reader is written to in who has set no language. */
  locale: Locale;
  /** The event's: served again it asks for no second code. */
  key: string;
}

/** What is answered: the same whether or not the e-mail is known to anybody. */
export type Asked = { asked: true } | { asked: false; until: Date };

/**
 * Asks for a one-time code (PRODUCT.md section 7): a row always, a mail only where an account that allows this tenant
 * knows the e-mail. Too many are refused until a moment, counted per chat user and per e-mail.
 * @throws CodedError `invalid` `bad_input`: no e-mail address
 */
export async function askCode(deps: IdentityDeps, user: ChatUser, raw: string, wish: CodeWish): Promise<Asked> {
  const parsed = address.safeParse(raw);
  if (!parsed.success) throw new CodedError('invalid', 'bad_input', { field: 'email' });
  const email = parsed.data;
  const { mailed, ...asked } = await deps.system.transaction((tx) => write(deps, tx, user, email, wish));
  if (mailed) await recordTry(deps, user, email, { action: 'links.askCode', outcome: 'done' });
  deps.services.afterCommit();
  return asked;
}

async function write(
  { services }: IdentityDeps,
  tx: Query,
  user: ChatUser,
  email: string,
  { asker, locale, key }: CodeWish,
): Promise<Asked & { mailed: boolean }> {
  const { channel, tenantId, userId } = user;
  // Two at once can't both be the third; everybody takes the two locks in this order.
  for (const name of [`code:${JSON.stringify([channel, tenantId, userId])}`, `code:${email}`]) {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [name]);
  }
  const now = services.clock.now();
  const since = new Date(now.getTime() - COUNTED_MS);
  const { rows } = await tx.query<Counted>(BEFORE, [channel, tenantId, userId, email, since]);
  if (rows.some(({ askKey }) => askKey === key)) return { asked: true, mailed: false };
  const timesOf = (whose: 'own' | 'same') => rows.filter((row) => row[whose]).map(({ createdAt }) => createdAt);
  const blocks = [blockedUntil(timesOf('own'), now), blockedUntil(timesOf('same'), now)].filter((one) => one);
  const until = blocks.sort((a, b) => b!.getTime() - a!.getTime())[0];
  if (until) return { asked: false, until, mailed: false };
  const id = services.ids.uuid();
  const hash = proofOf(services.secretsKey, user, codeOf(services.secretsKey, id));
  await tx.query(CODE, [id, channel, tenantId, userId, email, hash, now, new Date(now.getTime() + LIFE_MS), key]);
  const [known] = await accountsOf(tx, user, email, now);
  const { subject, text } = codeMail(isLocale(known?.locale) ? known.locale : locale, channel, asker);
  if (known) await tx.query(MAIL, [email, subject, text, id, now]);
  return { asked: true, mailed: known !== undefined };
}

interface Counted {
  createdAt: Date;
  askKey: string | null;
  own: boolean;
  same: boolean;
}

const BEFORE = `
  SELECT "createdAt", "askKey", platform = $1 AND "tenantId" = $2 AND "userId" = $3 AS own, email = $4 AS same
  FROM link_code
  WHERE "createdAt" > $5 AND ((platform = $1 AND "tenantId" = $2 AND "userId" = $3) OR email = $4)
  ORDER BY "createdAt" DESC`;

const CODE = `
  INSERT INTO link_code (id, platform, "tenantId", "userId", email, "codeHash", "createdAt", "expiresAt", "askKey")
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

const MAIL = `
  INSERT INTO mail (id, number, "to", subject, text, "codeId", "createdAt", "nextAt")
  SELECT n, 'M-' || n, $1, $2, $3 || E'\\n\\nM-' || n, $4, $5, $5 FROM nextval('mail_id_seq') AS n`;
