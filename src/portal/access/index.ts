import { approve } from './approve.ts';
import { decline } from './decline.ts';
import { explain } from './explain.ts';
import { find } from './find.ts';
import { list } from './list.ts';
import { request } from './request.ts';
import { show } from './show.ts';

export const access = { explain, request, list, find, show, approve, decline };
