import { z } from 'zod';
import { reading } from '../operation.ts';
import { readMethods } from './method-view.ts';

/** The payment methods on file, the default first. */
export const methods = reading({
  permission: 'billing.read',
  input: z.strictObject({}),
  handle: async (scope) => ({ methods: await readMethods(scope) }),
});
