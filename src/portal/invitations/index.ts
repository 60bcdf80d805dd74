import { approve } from './approve.ts';
import { check } from './check.ts';
import { decline } from './decline.ts';
import { find } from './find.ts';
import { invite } from './invite.ts';
import { list } from './list.ts';
import { resend } from './resend.ts';
import { revoke } from './revoke.ts';
import { show } from './show.ts';

export const invitations = { check, invite, list, find, show, approve, decline, revoke, resend };
