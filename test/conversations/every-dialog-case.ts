import type { IntentName } from '../../src/kit/contract.ts';
import type { Localized } from '../../src/lib/locale.ts';
import type { DemoAccount } from '../support/demonstration.ts';
import type { World } from '../support/portal.ts';

/** Why a check makes no sense for a dialog. */
export interface None {
  none: string;
}

/** What somebody says, and what then stands in the answer. */
interface Exchange {
  says: Localized;
  shows: Localized<RegExp>;
}

/** What is needed to try one dialog in every way. Whoever asks is one of the demonstration's Acme Polska. */
export interface DialogCase {
  intent: IntentName;
  by: string;
  /** What has to be there before, apart from the demonstration's books. */
  before?(world: World, acme: DemoAccount): Promise<void>;
  /** The wish as people write it; with `confirmed` it shows a confirmation first. */
  says: Localized;
  confirmed?: true;
  /** What answers the question that comes before the confirmation. */
  answer?: Localized;
  /** The essence of the last answer. */
  shows: Localized<RegExp>;
  /** A wish that leaves a question open; `says` where that is confirmed. */
  open?: Localized | None;
  correction: Exchange | None;
  /** The wish with a number of another account, `*`; and how it looks when nobody has it. */
  foreign: { says: Localized; theirs: string; nobodys: string } | None;
}

const READS: None = { none: 'reads at once, with nothing to ask for' };
export const NO_OBJECT: None = { none: 'is about nothing that another account could have' };
const read = { open: READS, correction: READS, foreign: NO_OBJECT };

/** A dialog that only tells something of the account as a whole. */
export const tells = (
  intent: IntentName,
  by: string,
  says: Localized,
  shows: Localized<RegExp>,
  more: Partial<DialogCase> = {},
): DialogCase => ({ intent, by, says, shows, ...read, ...more });
