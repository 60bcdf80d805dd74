import { charges } from './charges.ts';
import { list } from './list.ts';
import { schedule } from './schedule.ts';

export const plans = { list, charges, schedule };
