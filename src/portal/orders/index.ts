import { find } from './find.ts';
import { list } from './list.ts';
import { show } from './show.ts';
import { unwatch, watch } from './watch.ts';

export const orders = { list, find, show, watch, unwatch };
