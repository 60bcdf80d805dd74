import { CodedError } from '../../lib/errors.ts';
import type { People, Person } from './directory.ts';

/**
 * Keeps an account from losing its last active manager or, where it has none, its primary contact (PRODUCT.md section
 * 2). Throws `conflict`: `last_manager` or `last_primary`.
 * @param loses the role of a manager alone, or all access
 */
export function keepLastHolder(people: People, { id, name }: Person, loses: 'management' | 'access'): void {
  const [manager] = people.managers;
  if (people.managers.length === 1 && manager?.id === id) throw new CodedError('conflict', 'last_manager', { name });
  if (!manager && loses === 'access' && people.primary?.id === id) {
    throw new CodedError('conflict', 'last_primary', { name });
  }
}
