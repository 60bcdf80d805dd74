import { queryIn } from '../db/prisma.ts';
import { dateIn } from '../lib/dates.ts';
import { type AuditActor, appendAudit, type Head } from './audit/chain.ts';
import { writeMail } from './mail.ts';
import type { PortalServices } from './operation.ts';
import { readAccount, readPeople } from './people/directory.ts';
import type { AccountScope, AuditEntry, NoticeDraft } from './scope.ts';

/** What work in an account needs of the portal's services. */
export type AccountServices = Omit<PortalServices, 'gateway' | 'log'>;

/**
 * Runs `work` in one transaction of one account, the audit records in the name of `who` last, since they hold the
 * chain's head. Everything commits or nothing does; `work` is run again when the transaction met another one.
 * @param withPeople everybody is read with the account, before anything is locked; else when first asked for
 */
export async function inAccount<T>(
  services: AccountServices,
  accountId: string,
  who: AuditActor,
  work: (scope: AccountScope) => Promise<T>,
  { withPeople = false }: { withPeople?: boolean } = {},
): Promise<T> {
  let head: Head | undefined;
  let told = false;
  let changed = false;
  const result = await services.db.tenantTransaction(accountId, async (tx) => {
    head = undefined;
    told = false;
    const read = withPeople ? await readAccount(tx, accountId) : undefined;
    let people = read && Promise.resolve(read.people);
    const account =
      read?.account ??
      (await tx.account.findUniqueOrThrow({
        where: { id: accountId },
        select: { id: true, name: true, timeZone: true, supportEmail: true },
      }));
    const now = services.clock.now();
    const entries: AuditEntry[] = [];
    const scope: AccountScope = {
      tx,
      account,
      people() {
        people ??= readPeople(tx);
        return people;
      },
      now,
      today: dateIn(account.timeZone, now),
      ids: services.ids,
      via: who.via,
      payments: services.payments,
      secretsKey: services.secretsKey,
      payee: services.payee,
      audit: (entry) => entries.push(entry),
      async notify(...notices) {
        told ||= notices.length > 0;
        await writeNotices(scope, notices);
      },
      async mail(draft) {
        told = true;
        await writeMail(scope, draft);
      },
      async count(name) {
        const rows = await tx.$queryRaw<{ value: number }[]>`
          INSERT INTO counter (name, value) VALUES (${name}, 1001)
          ON CONFLICT ("accountId", name) DO UPDATE SET value = counter.value + 1 RETURNING value`;
        return rows[0]!.value;
      },
    };
    const done = await work(scope);
    // Whatever changes something is recorded (PRODUCT.md section 13); a refusal changed nothing.
    changed = entries.some(({ outcome }) => outcome !== 'refused');
    if (entries.length > 0) head = await appendAudit(queryIn(tx), services.audit.key, accountId, who, now, entries);
    return done;
  });
  if (head) await services.audit.heads.keep(head);
  if (told) services.afterCommit();
  if (changed) services.changed(accountId);
  return result;
}

async function writeNotices({ tx, now }: AccountScope, notices: readonly NoticeDraft[]): Promise<void> {
  if (notices.length === 0) return;
  await tx.notice.createMany({
    data: notices.map(({ to, kind, key, about, details }) => ({
      contactId: to,
      kind,
      key,
      details: (details ?? {}) as object,
      createdAt: now,
      ...(about && { aboutKind: about.kind, aboutId: about.id }),
    })),
    skipDuplicates: true,
  });
}
