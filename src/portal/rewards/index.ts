import { quote } from './quote.ts';
import { redeem } from './redeem.ts';
import { redeemable } from './redeemable.ts';
import { show } from './show.ts';

/** What people can ask for about rewards. */
export const rewards = { show, redeemable, quote, redeem };
