import { type Foundation, openFoundation } from '../app/foundation.ts';
import type { Config } from '../config.ts';

/** One command of `npm run portal --`. */
export interface Command {
  /** How it is called, and what it does. */
  usage: readonly { call: string; does: string }[];
  /** Its exit code; undefined when it is not called so. */
  run(config: Config, args: readonly string[]): Promise<number> | undefined;
}

/** Runs a command beside the service or without it; whatever becomes of it, the database is let go of. */
export async function onFoundation(config: Config, work: (foundation: Foundation) => Promise<number>): Promise<number> {
  const foundation = await openFoundation(config, false);
  try {
    return await work(foundation);
  } finally {
    await foundation.keepHead();
    await foundation.db.close();
  }
}
