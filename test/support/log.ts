import { createLogger } from '../../src/lib/logger.ts';

/** For what is under test; only what should not happen is printed. */
export const quietLog = createLogger({ level: 'error' });
