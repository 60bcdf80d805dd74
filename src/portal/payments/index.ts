import { approve, decline } from './decide.ts';
import { list } from './list.ts';
import { methods } from './methods.ts';
import { pay } from './pay.ts';
import { quote } from './quote.ts';
import { show, waiting } from './show.ts';
import { withdraw } from './withdraw.ts';

/** What people can ask for about payments. */
export const payments = { methods, quote, pay, list, show, waiting, approve, decline, withdraw };
