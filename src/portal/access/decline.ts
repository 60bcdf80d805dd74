import { z } from 'zod';
import { changing } from '../operation.ts';
import { decide } from './decide.ts';

/** Turns another person's wish for a role down, with the reason for them. */
export const decline = changing({
  permission: 'access.decide',
  over: true,
  exclusive: true,
  input: z.strictObject({ id: z.uuid(), reason: z.string().trim().min(1).max(500).optional() }),
  handle: (scope, { id, reason }) => decide(scope, { id, reason, approved: false }),
});
