import { describe } from 'vitest';
import { tryEveryDialog } from './every-dialog.ts';
import { GOODS } from './every-dialog-goods.ts';
import { MONEY } from './every-dialog-money.ts';
import { PEOPLE } from './every-dialog-people.ts';

describe('every dialog (pl)', async () => {
  await tryEveryDialog('pl', [...MONEY, ...GOODS, ...PEOPLE]);
});
