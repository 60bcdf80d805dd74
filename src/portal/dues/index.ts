import { find, show } from './find.ts';
import { list } from './list.ts';
import { pay } from './pay.ts';
import { quote } from './quote.ts';

/** What people can ask for about payments due. */
export const dues = { list, find, show, quote, pay };
