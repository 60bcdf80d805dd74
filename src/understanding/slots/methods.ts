import type { IntentName } from '../../kit/contract.ts';
import { type Found, find, type Reading } from './found.ts';

const CARD = String.raw`cards?|visa\w*|vis[aey]|mastercard\w*|master card|mc|amex|american express|maestro|discover|kart(?:a|e|y|ami|om|ach)?|karcie`;
const BANK = String.raw`bank account|account|iban|konto bankowe|kont(?:o|a|em)|rachun(?:ek|ku|kiem|kow\w*)(?: bankow\w+)?`;
const ENDING = String.raw`(?:that )?(?:ending|ends|end|finishing)(?: (?:in|with|on|number))?|(?:z |o |na )?koncowk\w+:?|konczac\w+ sie(?: na)?|(?:na )?koncu`;
const lastFour = new RegExp(
  String.raw`(?:\b(?:${CARD}|${BANK})(?: \w+)?,? )?\b(?:${ENDING}) ?(?<a>\d{4})(?!\d)|(?:[*x•.…]{2,}|\*) ?(?<b>\d{4})(?!\d)|\b(?:${CARD}|${BANK})(?: (?:no|nr|numer|number)\.?)? ?#?(?<c>\d{4})(?![\d/-])|(?<![\w/-])(?<d>\d{4}) (?:card|visa|mastercard)\b`,
  'g',
);

/** The last four digits of a method, so that they are not read as a document's number. */
export function findLastFour(reading: Reading): Found[] {
  return find(reading, lastFour, ({ groups }) => ({
    slot: 'method',
    value: groups?.a ?? groups?.b ?? groups?.c ?? groups?.d ?? '',
  }));
}

const card = new RegExp(String.raw`\b(?:${CARD}|plastic)\b`);
const bank =
  /\b(?:bank|banku|bankow\w+|iban|ibanu?|wire|wired|transfer|direct debit|ach|sepa|przelew\w*|polecenie? zaplaty|rachun(?:ek|ku|kiem) bankow\w+|kont(?:o|a|em) bankow\w+|(?:z|ze|na) (?:nasz\w+ |moj\w+ |firmow\w+ )?rachun(?:ku|ek)|rachunkiem|checking account)\b/;
/** `rachunek` is a bank account among methods, but a bill where something is paid. */
const account = /\brachun(?:ek|ku|kiem|ki|kow)\b/;
const amongMethods: readonly string[] = ['billing.methods.add', 'billing.methods.remove', 'billing.methods.default'];

/** `card` or `bank` by the words said; "not the card, the bank account" is the bank (INTENTS.md `method`). */
export function methodWord(folded: string, intent: IntentName): string | undefined {
  const said = folded.replace(
    /\b(?:instead of|rather than|not|zamiast|nie)(?: (?:the|our|my|with|by|z|nasz\w+|ta|te|tej))* (?:card|visa|mastercard|bank account|transfer|kart\w+|rachunk\w+|przelew\w*)/g,
    ' ',
  );
  const isBank = bank.test(said) || (amongMethods.includes(intent) && account.test(said));
  const isCard = card.test(said);
  if (isBank && isCard)
    return intent === 'payments.due.pay' || /\b(?:expired|wygas\w+|declined|failed)\b/.test(said)
      ? 'bank'
      : firstOf(said);
  return isBank ? 'bank' : isCard ? 'card' : undefined;
}

/** "Make 1881 the default": four digits alone are a method's among methods, though not where an invoice may be meant. */
export const methodNumber = (value: unknown, intent: IntentName): string | undefined =>
  amongMethods.includes(intent) && typeof value === 'string' && /^\d{4}$/.test(value) ? value : undefined;

const firstOf = (said: string): string =>
  (card.exec(said)?.index ?? 0) < (bank.exec(said)?.index ?? 0) ? 'card' : 'bank';
