import { INTENTS, type IntentName, type SlotName } from '../kit/contract.ts';
import type { FoundDocument } from './slots/documents.ts';

const numbers: readonly SlotName[] = ['invoice', 'order', 'contract', 'method'];
/** Found in many a text by the way: no sign against an intent that does not take them. */
const byTheWay: readonly (SlotName | 'document')[] = ['name', 'period', 'ordinal', 'mention'];
/** Intents that may speak of anything. */
const anything: readonly IntentName[] = ['none', 'help.ask', 'access.explain', 'dialog.fill', 'dialog.deny'];

/** How many of the things a text names the intent has no slot for (INTENTS.md): "pay 500 eur" speaks against a list. */
export function contradictions(intent: IntentName, found: readonly FoundDocument[]): number {
  if (intent === 'dialog.fill' || anything.includes(intent)) return 0;
  const takes: readonly SlotName[] = INTENTS[intent];
  const fits = ({ slot, kind }: FoundDocument): boolean => {
    if (slot !== 'document') return byTheWay.includes(slot) || takes.includes(slot);
    return kind === undefined ? takes.some((name) => numbers.includes(name)) : takes.includes(kind);
  };
  return found.filter((next) => !fits(next)).length;
}
