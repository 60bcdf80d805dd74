import { end } from './end.ts';
import { list } from './list.ts';

/** A person's own chat links (PRODUCT.md section 7). */
export const links = { list, end };
