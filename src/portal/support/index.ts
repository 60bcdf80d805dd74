import { add } from './add.ts';
import { handover } from './handover.ts';

export const support = { handover, add };
