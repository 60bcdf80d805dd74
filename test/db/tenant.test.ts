import { it } from 'vitest';
import { testDatabase } from '../support/database.ts';

const database = await testDatabase();
it('x', async () => {
  await database.ping();
});
