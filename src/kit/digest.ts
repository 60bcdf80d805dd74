import { createHash } from 'node:crypto';
import { canonical } from '../lib/json.ts';
import type { IntentName } from './contract.ts';
import type { Confirmation } from './dialog.ts';

/** What a yes is bound to: the dialog and everything that was shown. */
export function digestOf(intent: IntentName, { shows }: Pick<Confirmation, 'shows'>): string {
  return createHash('sha256')
    .update(canonical([intent, shows]))
    .digest('base64url');
}
