import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { brokenText } from '../lib/broken-text.ts';
import { CodedError, isCoded } from '../lib/errors.ts';
import { canonical } from '../lib/json.ts';
import type { AnyOperation, PortalOf, PortalServices, Registry } from './operation.ts';
import { operations } from './operations.ts';
import { permit } from './permit.ts';
import type { Principal } from './principal.ts';
import type { Scope, Via } from './scope.ts';
import { inScope } from './transaction.ts';

export type Portal = PortalOf<typeof operations>;

/**
 * The one door to the portal's data (PRODUCT.md section 2): around every operation the input schema, the person's
 * status and roles as they are now, the permission, one transaction of one account, the stored result of a repeat, and
 * the audit trail. Each method throws CodedError: `invalid` (with the field), `forbidden` (with the role and who holds
 * it), `not_found`, `conflict`, `unavailable`.
 */
export function openPortal(services: PortalServices, principal: Principal, via: Via): Portal {
  const door = (name: string, operation: AnyOperation) => (input: unknown) =>
    enter(services, principal, via, name, operation, input);
  const modules = Object.entries(operations as Registry).map(([module, group]) => [
    module,
    Object.fromEntries(Object.entries(group).map(([name, op]) => [name, door(`${module}.${name}`, op)])),
  ]);
  return Object.freeze(Object.fromEntries(modules)) as Portal;
}

async function enter(
  services: PortalServices,
  principal: Principal,
  via: Via,
  name: string,
  operation: AnyOperation,
  raw: unknown,
): Promise<unknown> {
  const { key, ...rest } = (isRecord(raw) ? raw : {}) as { key?: string };
  if (operation.kind === 'change' && !isKey(key)) {
    throw new CodedError('internal', 'key_missing', { operation: name });
  }
  const locale = principal.locale;
  try {
    const exclusive = operation.kind === 'change' && operation.exclusive === true;
    const result = await inScope(services, principal, { via, key, locale, exclusive }, async (scope) => {
      await permit(scope, operation);
      const input = parse(operation.input, isRecord(raw) ? rest : raw);
      return operation.kind === 'read'
        ? operation.handle(scope, input)
        : once(scope, name, input, () => operation.handle(scope, input));
    });
    if (operation.kind === 'read' || !operation.complete) return result;
    const { accountId, contactId } = principal;
    return await operation.complete({ services, accountId, contactId, via }, result);
  } catch (error) {
    if (isCoded(error, 'forbidden') || (operation.kind === 'change' && isCoded(error, 'conflict'))) {
      await recordRefusal(services, principal, via, name, error.reason);
    }
    throw error;
  }
}

const isKey = (key: unknown): boolean =>
  typeof key === 'string' && key !== '' && key.length <= 200 && brokenText(key) === undefined;

const isRecord = (raw: unknown): raw is object => typeof raw === 'object' && raw !== null && !Array.isArray(raw);

function parse(schema: z.ZodType, input: unknown): unknown {
  const broken = brokenText(input);
  if (broken !== undefined) throw new CodedError('invalid', 'bad_input', { field: broken, expected: 'whole text' });
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const field = issue?.path.join('.') ?? '';
  throw new CodedError('invalid', 'bad_input', { field, expected: issue?.message ?? '' });
}

/** Does it once per key: a repeat gets the stored result; the key with another person or input is a conflict. */
async function once(scope: Scope, operation: string, input: unknown, handle: () => Promise<unknown>) {
  const key = scope.key as string;
  const digest = createHash('sha256')
    .update(canonical([scope.actor.id, input]))
    .digest('hex');
  // Two of the same key at once: the second waits here until the first has committed, and then finds its result.
  await scope.tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${scope.account.id}:${key}`}, 0))`;
  const stored = await scope.tx.operationResult.findUnique({
    where: { accountId_key: { accountId: scope.account.id, key } },
  });
  if (stored) {
    if (stored.operation !== operation || stored.digest !== digest) throw new CodedError('conflict', 'key_reused', {});
    return stored.result;
  }
  const result = await handle();
  await scope.tx.operationResult.create({
    data: { key, operation, digest, result: JSON.parse(JSON.stringify(result ?? null)), createdAt: scope.now },
  });
  return result;
}

async function recordRefusal(
  services: PortalServices,
  principal: Principal,
  via: Via,
  action: string,
  reason: string,
): Promise<void> {
  await inScope(
    services,
    principal,
    { via, key: undefined, locale: principal.locale, evenInactive: true },
    async (scope) => scope.audit({ action, outcome: 'refused', details: { reason } }),
  );
}
