import { changeRoles } from './change-roles.ts';
import { find } from './find.ts';
import { list } from './list.ts';
import { reinstate } from './reinstate.ts';
import { remove } from './remove.ts';
import { suspend } from './suspend.ts';

export const users = { list, find, changeRoles, suspend, reinstate, remove };
