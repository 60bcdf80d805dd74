import { changeRoles } from './change-roles.ts';
import { choose } from './choose.ts';
import { find } from './find.ts';
import { leaving } from './leaving.ts';
import { list } from './list.ts';
import { reinstate } from './reinstate.ts';
import { remove } from './remove.ts';
import { suspend } from './suspend.ts';

export const users = { list, find, choose, leaving, changeRoles, suspend, reinstate, remove };
