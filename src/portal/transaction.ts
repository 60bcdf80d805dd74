import { dateIn } from '../lib/dates.ts';
import { CodedError } from '../lib/errors.ts';
import type { Locale } from '../lib/locale.ts';
import { appendAudit, type Head } from './audit/chain.ts';
import { writeMail } from './mail.ts';
import type { PortalServices } from './operation.ts';
import { type People, type Person, readPeople } from './people/directory.ts';
import { allows } from './policy.ts';
import type { Principal } from './principal.ts';
import type { AuditEntry, NoticeDraft, Scope, Via } from './scope.ts';

interface How {
  via: Via;
  key: string | undefined;
  locale: Locale;
  /** To write down that somebody who has just been suspended was refused. */
  evenInactive?: true;
}

/**
 * Runs `work` for a person in one transaction of their account: the person read afresh, then the work, the audit
 * records last (they hold the chain's head). Everything commits or nothing does. Throws `forbidden` with `no_access`
 * when the person is no longer an active contact.
 */
export async function inScope<T>(
  services: PortalServices,
  principal: Pick<Principal, 'accountId' | 'contactId'>,
  { via, key, locale, evenInactive }: How,
  work: (scope: Scope) => Promise<T>,
): Promise<T> {
  const { accountId, contactId } = principal;
  let head: Head | undefined;
  let told = false;
  const result = await services.db.tenantTransaction(accountId, async (tx) => {
    head = undefined;
    told = false;
    const people = await readPeople(tx);
    const actor = people.byId(contactId) ?? gone(contactId);
    if (actor.status !== 'active' && !evenInactive) throw new CodedError('forbidden', 'no_access');
    const account = await tx.account.findUniqueOrThrow({
      where: { id: accountId },
      select: { id: true, name: true, timeZone: true, supportEmail: true },
    });
    const now = services.clock.now();
    const entries: AuditEntry[] = [];
    const scope: Scope = {
      tx,
      account,
      actor,
      locale,
      now,
      today: dateIn(account.timeZone, now),
      ids: services.ids,
      via,
      key,
      people: async () => people,
      may: (permission) => allows(permission, actor.roles, standsIn(people, actor)),
      requireOver: async (requesterId) => requireOver(people, actor, requesterId),
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
    if (entries.length > 0) {
      const who = { kind: 'contact', id: contactId, via } as const;
      head = await appendAudit(tx, services.audit.key, accountId, who, now, entries);
    }
    return done;
  });
  if (head) await services.audit.heads.keep(head);
  if (told) services.afterCommit();
  return result;
}

/** A removed contact: known to the audit trail, with no roles and no access. */
const gone = (id: string): Person => ({
  id,
  email: '',
  name: '',
  status: 'removed',
  roles: new Set(),
  isPrimary: false,
});

const standsIn = (people: People, actor: Person) =>
  actor.isPrimary && people.managers.every(({ id }) => id === actor.id);

function requireOver(people: People, actor: Person, requesterId: string): void {
  if (requesterId === actor.id) throw new CodedError('forbidden', 'own_request', decidersOf(people, requesterId));
  if (people.decidersFor(requesterId).some(({ id }) => id === actor.id)) return;
  throw new CodedError('forbidden', 'not_a_decider', decidersOf(people, requesterId));
}

const decidersOf = (people: People, requesterId: string) => ({
  holders: people.decidersFor(requesterId).map(({ name, email }) => ({ name, email })),
});

async function writeNotices({ tx, now }: Scope, notices: readonly NoticeDraft[]): Promise<void> {
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
