import { INTENTS, type SlotName, type Slots } from '../kit/contract.ts';
import type { Wish } from '../kit/understood.ts';
import type { Judged } from './judge.ts';
import type { FoundDocument } from './slots/documents.ts';

const spreadable: readonly SlotName[] = ['invoice', 'order', 'contract', 'email', 'name', 'ordinal'];
const documents: readonly SlotName[] = ['invoice', 'order', 'contract'];
const between =
  /^(?=.*(?:[,&+]|\b(?:and|i|oraz|a takze)\b))(?:[\s,&+#]|\b(?:and|i|oraz|also|a takze|the|te|nr|no|invoice|order|fakture|faktury|zamowienie)\b)+$/;
/** Nobody means more things by one sentence; a wall of numbers is no list. */
const MOST = 10;

/** "Pay 123 and 124" is two wishes: things of one kind joined by "and" or commas are wished for one by one, in order. */
export function spread({ intent, reading }: Judged, slots: Slots): Wish[] {
  if (intent === 'dialog.fill' || intent === 'billing.contact.update') return [{ intent, slots }];
  const taken: readonly SlotName[] = INTENTS[intent];
  for (const slot of spreadable) {
    if (!taken.includes(slot) || typeof slots[slot] !== 'string') continue;
    const kind = documents.includes(slot) ? 'document' : slot;
    const same = joined(
      reading.folded,
      reading.found.filter((next) => next.slot === kind),
    );
    if (same.length > 1 && same[0]?.value === slots[slot])
      return same.map(({ value }) => ({ intent, slots: { ...slots, [slot]: value } }));
  }
  return [{ intent, slots }];
}

/** The run of things from the first on with nothing but commas and "and" between them. */
function joined(folded: string, found: readonly FoundDocument[]): FoundDocument[] {
  const sorted = [...found].sort((a, b) => a.start - b.start);
  const apart = sorted.findIndex((next, at) => at > 0 && !between.test(folded.slice(sorted[at - 1]?.end, next.start)));
  return sorted.slice(0, apart < 0 ? MOST : apart);
}
