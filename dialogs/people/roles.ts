import { ROLE_NAMES } from '../../src/lib/role-names.ts';
import type { ContactRole } from '../../src/portal/policy.ts';

const ALL = Object.keys(ROLE_NAMES) as ContactRole[];

/** The roles of a `role` slot, "finance,technical", in the policy's order; what is no role says nothing. */
export const rolesSaid = (said: string): ContactRole[] => {
  const words = said.split(/\s*,\s*/);
  return ALL.filter((role) => words.includes(role));
};
