import { z } from 'zod';
import { reading } from '../operation.ts';
import { readInvitations } from './view.ts';

/** Invitations that wait for approval or for the invitee, newest first. */
export const list = reading({
  permission: 'users.read',
  input: z.strictObject({}),
  handle: (scope) => readInvitations(scope, { open: true }),
});
