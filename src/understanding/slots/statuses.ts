import type { IntentName } from '../../kit/contract.ts';

type Table = [status: string, words: RegExp][];

const ALL: Table[number] = [
  'all',
  /\b(?:all|every|everything(?! (?:you|we|i|that|they)\b)|any status|whatever status|complete|the lot|whole lot|wszystk\w+|wszelki\w*|kazd[aey]|caly|cala|calosc|komplet\w*|niezaleznie od statusu)\b/,
];

/** First match wins: the narrower reading of a word stands first. */
const ofInvoices: Table = [
  ['all', /\bpaid (?:or|and) (?:not|unpaid)\b|\b(?:oplacon|zaplacon)\w* (?:i|czy|lub|albo) nie\w*/],
  [
    'open',
    /\b(?:not (?:yet )?(?:due|overdue)|(?:yet|still) to (?:fall|come) due|(?:not|aren't|isn't) (?:past )?due yet|przed terminem|w terminie|niewymagaln\w*|(?:jeszcze )?nie(?:przeterminowan\w*|zalegl\w*))\b/,
  ],
  [
    'overdue',
    /\b(?:over-?due|past[ -]due|late|in arrears|arrears|delinquent|behind on|zaleg\w+|przeterminow\w*|spoznion\w*|opoznion\w*|po terminie|po terminach|po czasie)\b/,
  ],
  [
    'unpaid',
    /\b(?:un-?paid|outstanding|unsettled|not (?:yet |been )*(?:paid|settled)|(?:haven't|hasn't|havent|have not|has not) (?:yet )?(?:been )?(?:paid|settled)|(?:still |left )to (?:be )?pa(?:y|id)|nie ?(?:zostaly |sa |jest |mamy )?(?:jeszcze )?(?:o|za)placon\w*|nieop\w*acon\w*|nie (?:zaplaci|oplaci|uregulowa)l\w*|nieuregulowan\w*|nierozliczon\w*|do (?:zaplaty|zaplacenia|oplacenia|uregulowania))\b/,
  ],
  [
    'closed',
    /\b(?:paid|settled|closed|cleared|oplacon\w*|zaplacon\w*|zamkniet\w*|uregulowan\w*|rozliczon\w*|splacon\w*)\b/,
  ],
  ['open', /\b(?:open|opened|otwart\w*|biezac\w+|current)\b/],
  ALL,
];
const ofContracts: Table = [
  [
    'expiring',
    /\b(?:expiring|expires?|(?:about|going|due|set) to (?:expire|end|lapse|run out)|will expire|running out|runs? out|ending|coming to an end|end(?:s|ing)? soon|up for renewal|wygasajac\w*|wygasaja|wygasa|wygasna|wygasnie|koncz\w+ sie|sie koncz\w+|(?:sie )?skoncz[ay]\w*|konczac\w*|dobiega\w* konca)\b/,
  ],
  [
    'expired',
    /\b(?:expired|lapsed|ended|run out|no longer (?:valid|active)|wygas(?:l|ni)\w*|zakonczon\w*|skonczyl\w*|zakonczy\w*|niewazn\w*|nieaktywn\w*|po terminie)\b/,
  ],
  [
    'active',
    /\b(?:active|current|in force|valid|running|live|aktywn\w*|obowiazujac\w*|biezac\w*|aktualn\w*|wazn[aey]\w*|trwajac\w*)\b/,
  ],
  ALL,
];
const ofOrders: Table = [
  ['cancelled', /\b(?:cancell?ed|called off|anulowan\w*|odwolan\w*|skasowan\w*)\b/],
  [
    'open',
    /\b(?:open|pending|in progress|ongoing|active|(?:not|haven't|hasn't|aren't|undelivered|isn't)(?: (?:yet|been|been yet|arrived))* ?(?:delivered|arrived|shipped)?|outstanding|on (?:the|its|their) way|in transit|otwart\w*|w toku|w trakcie|w realizacji|realizowan\w*|w drodze|niezrealizowan\w*|niedostarczon\w*|nie ?dostarczon\w*|aktywn\w*|oczekujac\w*)\b(?<!\bnot|haven't|hasn't|aren't|isn't)/,
  ],
  [
    'delivered',
    /\b(?:delivered|arrived|received|completed|fulfilled|dostarczon\w*|zrealizowan\w*|odebran\w*|doreczon\w*|otrzyman\w*)\b/,
  ],
  ALL,
];

const tables: Partial<Record<IntentName, Table>> = {
  'invoices.list': ofInvoices,
  'invoices.email': ofInvoices,
  'invoices.pay': ofInvoices,
  'contracts.list': ofContracts,
  'orders.list': ofOrders,
};

/** The status an intent's list is narrowed to, by the words for that kind of thing (INTENTS.md `status`). */
export function statusSaid(folded: string, intent: IntentName): string | undefined {
  return tables[intent]?.find(([, words]) => words.test(folded))?.[0];
}
