import { describe } from 'vitest';
import { tryEveryDialog } from './every-dialog.ts';
import { GOODS } from './every-dialog-goods.ts';
import { MONEY } from './every-dialog-money.ts';
import { PEOPLE } from './every-dialog-people.ts';

describe('every dialog (en)', async () => {
  await tryEveryDialog('en', [...MONEY, ...GOODS, ...PEOPLE]);
});
