import { CodedError } from '../../lib/errors.ts';
import type { Scope } from '../scope.ts';

const MOST = 20;
const DAY_MS = 86_400_000;

/** 20 invitations a person and day, resendings among them (PRODUCT.md section 12). Throws `conflict` `invitation_limit`. */
export async function holdToDailyLimit({ tx, account, actor, now }: Scope): Promise<void> {
  const since = new Date(now.getTime() - DAY_MS);
  const rows = await tx.$queryRaw<{ sent: number }[]>`
    SELECT count(*)::int AS sent FROM audit_record
    WHERE chain = ${account.id} AND at > ${since} AND "actorId" = ${actor.id} AND outcome = 'done'
      AND action IN ('invitations.invite', 'invitations.resend')`;
  if (rows[0]!.sent >= MOST) throw new CodedError('conflict', 'invitation_limit', { limit: MOST });
}
