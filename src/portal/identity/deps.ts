import type { Sql } from '../../lib/sql.ts';
import type { PortalServices } from '../operation.ts';

/** What linking is built on. */
export interface IdentityDeps {
  services: PortalServices;
  /** The system's role: codes and links' tables, and reading all accounts. */
  system: Sql;
}
