import type { Registry } from './operation.ts';
import { methods } from './payments/methods.ts';
import { pay } from './payments/pay.ts';
import { quote } from './payments/quote.ts';

/** Every operation a person can ask the portal for, by module. Adding one is a line here. */
export const operations = {
  payments: { methods, quote, pay },
} as const satisfies Registry;
