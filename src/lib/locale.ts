export const LOCALES = ['en', 'pl'] as const;
export type Locale = (typeof LOCALES)[number];

/** A text in every language we speak; leaving one out does not compile. */
export type Localized<T = string> = Readonly<Record<Locale, T>>;

/** The BCP 47 tag that numbers and dates are written by: British order and 24 hours in English. */
export const intlTag: Localized = { en: 'en-GB', pl: 'pl-PL' };

export const isLocale = (value: unknown): value is Locale => LOCALES.includes(value as Locale);

type Forms = Localized<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;
const rules: Localized<Intl.PluralRules> = { en: new Intl.PluralRules('en'), pl: new Intl.PluralRules('pl') };
const numbers: Localized<Intl.NumberFormat> = {
  en: new Intl.NumberFormat(intlTag.en),
  pl: new Intl.NumberFormat(intlTag.pl),
};

/**
 * The right plural of a counted thing, the number in front: `counted('pl', 5, forms)` is "5 faktur".
 * Polish wants `one`, `few`, `many` and `other` (a fraction); English `one` and `other`.
 */
export function counted(locale: Locale, n: number, forms: Forms): string {
  const form = forms[locale][rules[locale].select(n)] ?? forms[locale].other;
  return `${numbers[locale].format(n)} ${form}`;
}
