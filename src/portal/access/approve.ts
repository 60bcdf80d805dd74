import { z } from 'zod';
import { changing } from '../operation.ts';
import { decide } from './decide.ts';

/** Gives another person the role they asked for. */
export const approve = changing({
  permission: 'access.decide',
  over: true,
  exclusive: true,
  input: z.strictObject({ id: z.uuid() }),
  handle: (scope, { id }) => decide(scope, { id, approved: true }),
});
