import type { AccountScope } from '../scope.ts';

/**
 * Makes every other change of this account's people and money wait until this transaction ends, so that what is read
 * from now on is how it stays. Called before anything is read or written; a load takes the same lock.
 */
export async function lockAccount({ tx, account }: Pick<AccountScope, 'tx' | 'account'>): Promise<void> {
  await tx.$executeRaw`SELECT FROM account WHERE id = ${account.id}::uuid FOR NO KEY UPDATE`;
}
