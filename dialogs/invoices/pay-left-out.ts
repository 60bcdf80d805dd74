import type { Locale } from '../../src/lib/locale.ts';
import type { LeftOut } from '../../src/portal/payments/wanted.ts';
import { listed } from '../payments/words.ts';

/** Which invoices are not paid with the others, and why: a sentence for each reason there is. */
export function leftOutText(locale: Locale, leftOut: readonly LeftOut[]): string[] {
  const pl = locale === 'pl';
  return (['disputed', 'under_way'] as const).flatMap((reason) => {
    const numbers = leftOut.filter((one) => one.reason === reason).map(({ number }) => number);
    if (numbers.length === 0) return [];
    const named = listed(locale, numbers);
    const several = numbers.length > 1;
    if (reason === 'disputed') {
      return pl
        ? [
            `Bez ${several ? 'faktur' : 'faktury'} ${named}: ${several ? 'są reklamowane' : 'jest reklamowana'}; można zapłacić, podając numer.`,
          ]
        : [`Left out: ${named}, in dispute (can be paid by ${several ? 'their numbers' : 'its number'}).`];
    }
    return pl
      ? [`Bez ${several ? 'faktur' : 'faktury'} ${named}: ${several ? 'płatności są' : 'płatność jest'} już w toku.`]
      : [`Left out: ${named}, already being paid.`];
  });
}
