import { autoRenewOff, autoRenewOn } from './auto-renew.ts';
import { candidates } from './candidates.ts';
import { find } from './find.ts';
import { list } from './list.ts';
import { renew } from './renew.ts';
import { show } from './show.ts';

export const contracts = { list, find, show, candidates, renew, autoRenewOn, autoRenewOff };
