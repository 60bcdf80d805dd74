import { z } from 'zod';
import { reading } from '../operation.ts';
import { readRequests } from './view.ts';

/** Role requests that wait: one's own, and those the person asking may decide about. */
export const list = reading({
  permission: 'own',
  input: z.strictObject({}),
  handle: (scope) => readRequests(scope, { state: 'waiting' }),
});
