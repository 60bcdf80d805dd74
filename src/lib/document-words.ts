const ENGLISH = [
  ...["invoices?(?:['’]s)?", 'inv', 'credit\\snotes?', 'orders?', 'p\\.?o\\.?', 'contracts?', 'agreements?'],
  ...['subscriptions?', 'quotes?', 'shipments?', 'parcels?', 'packages?', 'tracking', 'waybills?', 'awb', 'tax', 'vat'],
];
const POLISH = [
  ...['faktur\\p{L}*', 'fv', 'korekt\\p{L}*', 'zam[oó]wie\\p{L}*', 'orderu', 'um[oó]w\\p{L}{0,3}', 'kontrak\\p{L}*'],
  ...['subskrypcj\\p{L}*', 'ofert\\p{L}*', 'przesył\\p{L}*', 'paczk\\p{L}*', 'paczek', 'list\\p{L}*\\sprzewoz\\p{L}*'],
  ...['śledzeni\\p{L}*', 'nip', 'regon', 'pesel', 'krs'],
];
/** Numbers of the same kind that stand before it: "invoices 10001, 10002 and ...". */
const LISTED = '(?:\\p{Nd}{5,19}(?:\\s{0,2}[,;]\\s{0,2}|\\s{1,2}(?:and|or|i|oraz|lub|&)\\s{1,2})){0,20}';

const NAMED = new RegExp(
  [
    '(?<!\\p{L})(?:',
    `(?:${ENGLISH.join('|')})(?:[\\s\\p{Pd}]{1,3}(?:numbers?|no|nr|id|code)(?:\\s{1,3}(?:is|are))?)?`,
    // Not in English: "charge the order to 4242..." names a card.
    `|(?:${POLISH.join('|')})(?:\\s{1,3}(?:o\\s)?(?:nr|numer\\p{L}*|id))?(?:\\s{1,3}to)?`,
    `)[\\s.:#=*_\`"'„”“’([]{0,4}${LISTED}$`,
  ].join(''),
  'iu',
);

/** As much of a text as can name a number behind it. */
const LONGEST = 200;

/**
 * Whether what stands before a number names it as a document's, a shipment's or an organization's, so that it is no card
 * (PRODUCT.md section 3), e.g. "invoice no. ", "numer zamówienia: ", "REGON ".
 */
export const namesDocument = (before: string): boolean => NAMED.test(before.slice(-LONGEST));
