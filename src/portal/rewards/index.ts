import { show } from './show.ts';

/** What people can ask for about rewards. */
export const rewards = { show };
