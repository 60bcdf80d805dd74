import type { Scope } from '../scope.ts';

/** Opens a case of the person asking; returns its id and the number people are given, "C-1001". */
export async function openCase(scope: Scope, kind: 'dispute' | 'handover', body: string) {
  const number = `C-${await scope.count('case')}`;
  const data = { number, contactId: scope.actor.id, kind, body, createdAt: scope.now };
  return scope.tx.supportCase.create({ data, select: { id: true, number: true } });
}
