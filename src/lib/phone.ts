/** What people write between the digits of a telephone number. */
const BETWEEN = /[\s().\-/\u00a0]/g;

/**
 * A telephone number in the form it is kept in: E.164 where the country is said, else 7 to 12 digits. Undefined for
 * what is none; so many digits without a country could be a card's.
 */
export function phoneNumber(text: string): string | undefined {
  const said = text.replace(/\(0\)/, '').replace(BETWEEN, '').replace(/^00/, '+');
  return /^(?:\+[1-9]\d{6,14}|\d{7,12})$/.test(said) ? said : undefined;
}
