import { CodedError } from '../src/lib/errors.ts';
import type { Permission } from '../src/portal/policy.ts';
import type { Context } from './define.ts';

/**
 * Whoever lacks a permission is told which role it takes and who has it, and not that there is nothing for them
 * (PRODUCT.md section 2). Throws CodedError `forbidden`, `role_needed`, as the portal does.
 */
export async function requireHeld({ portal }: Context, needed: Permission): Promise<void> {
  const missing = (await portal.access.explain({})).notHeld.find(({ permission }) => permission === needed);
  if (missing) throw new CodedError('forbidden', 'role_needed', { ...missing });
}
