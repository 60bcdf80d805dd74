import { CodedError } from '../../lib/errors.ts';
import { setRoles } from '../people/change-roles.ts';
import type { ContactRole } from '../policy.ts';
import type { Scope } from '../scope.ts';
import { aboutRequest, type RoleRequestView, readRequest } from './view.ts';

/**
 * Decides another person's wish for a role, and tells them. Throws `not_found`; `forbidden`: `own_request`,
 * `not_a_decider`; `conflict`: `role_request_ended` with what became of it, `requester_gone`.
 */
export async function decide(
  scope: Scope,
  { id, approved, reason }: { id: string; approved: boolean; reason?: string | undefined },
): Promise<RoleRequestView> {
  const { tx, actor, now } = scope;
  const row = await tx.roleRequest.findUnique({ where: { id }, include: { contact: true } });
  if (!row) throw new CodedError('not_found', 'not_found');
  await scope.requireOver(row.contactId);
  const { name, email } = row.contact;
  if (row.state !== 'waiting') {
    const { decidedBy, decidedAt, state } = await readRequest(scope, id);
    const own = decidedBy?.id === actor.id;
    throw new CodedError('conflict', 'role_request_ended', {
      ...{ name, state, by: decidedBy?.name, at: decidedAt, own },
    });
  }
  const requester = (await scope.people()).byId(row.contactId);
  if (approved && requester?.status !== 'active') throw new CodedError('conflict', 'requester_gone', { name, email });
  const role = row.role as ContactRole;
  const state = approved ? 'approved' : 'declined';
  await tx.roleRequest.update({
    where: { id },
    data: { state, deciderId: actor.id, decidedAt: now, reason: reason ?? null },
  });
  if (approved && !requester?.roles.has(role)) await setRoles(scope, row.contactId, [role], []);
  scope.audit({
    action: approved ? 'access.approve' : 'access.decline',
    object: `contact:${email}`,
    outcome: 'done',
    details: { role, ...(reason && { reason }) },
  });
  const about = { id, role, name };
  const told = aboutRequest(about, 'role_request.decided', state);
  const details = { ...told.details, approved, by: actor.name, ...(reason && { reason }) };
  await scope.notify(
    { ...told, to: row.contactId, details },
    { ...aboutRequest(about, 'matter.changed', state), to: row.contactId },
  );
  return readRequest(scope, id);
}
