import { z } from 'zod';
import { reading } from '../operation.ts';
import { readRequest } from './view.ts';

/** One role request, one's own or one that the person asking may decide about. Throws `not_found`. */
export const show = reading({
  permission: 'own',
  input: z.strictObject({ id: z.uuid() }),
  handle: (scope, { id }) => readRequest(scope, id),
});
