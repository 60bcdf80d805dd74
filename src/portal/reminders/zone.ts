import type { Scope } from '../scope.ts';

/** The time zone the person asking lives by: their own, else the account's. */
export async function zoneOf({ tx, actor, account }: Scope): Promise<string> {
  const { timeZone } = await tx.contact.findUniqueOrThrow({ where: { id: actor.id }, select: { timeZone: true } });
  return timeZone ?? account.timeZone;
}
