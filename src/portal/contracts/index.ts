import { autoRenewOff, autoRenewOn } from './auto-renew.ts';
import { find } from './find.ts';
import { list } from './list.ts';
import { renew } from './renew.ts';
import { show } from './show.ts';

export const contracts = { list, find, show, renew, autoRenewOn, autoRenewOff };
