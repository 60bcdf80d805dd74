import { z } from 'zod';
import { CodedError } from '../../lib/errors.ts';
import { changing } from '../operation.ts';
import { CONTACT_ROLES } from '../policy.ts';
import { aboutRequest, readRequest } from './view.ts';

/**
 * Asks for another role: a manager other than oneself, or whoever stands in for one, decides. Throws `conflict`:
 * `role_held`, `role_requested`; `forbidden`: `no_decider`.
 */
export const request = changing({
  permission: 'own',
  exclusive: true,
  input: z.strictObject({ role: z.enum(CONTACT_ROLES) }),
  async handle(scope, { role }) {
    const { tx, actor, now } = scope;
    if (actor.roles.has(role)) throw new CodedError('conflict', 'role_held', { role });
    const deciders = (await scope.people()).decidersFor(actor.id);
    const open = await tx.roleRequest.findFirst({ where: { contactId: actor.id, role, state: 'waiting' } });
    if (open) {
      const asked = deciders.map(({ name }) => ({ name }));
      throw new CodedError('conflict', 'role_requested', { id: open.id, role, holders: asked });
    }
    if (deciders.length === 0) throw new CodedError('forbidden', 'no_decider', { role });
    const id = scope.ids.uuid();
    await tx.roleRequest.create({ data: { id, contactId: actor.id, role, state: 'waiting', createdAt: now } });
    scope.audit({ action: 'access.request', object: `contact:${actor.email}`, outcome: 'done', details: { role } });
    const about = { id, role, name: actor.name };
    await scope.notify(
      ...deciders.map((to) => ({ ...aboutRequest(about, 'role_request.approval_asked', to.id), to: to.id })),
      { ...aboutRequest(about, 'matter.changed', 'waiting'), to: actor.id },
    );
    return readRequest(scope, id);
  },
});
