interface ListLayout {
  /** The row's field. */
  list: string;
  /** Before its columns' names: `line.amount`. */
  prefix: string;
  columns: readonly string[];
  /** Columns of true or false. */
  flags: readonly string[];
}

export interface CsvLayout {
  section: string;
  /** The column by which a file of the kind is known. */
  tellsBy: string;
  columns: readonly string[];
  flags: readonly string[];
  lists: readonly ListLayout[];
}

/** The kinds of rows that may come as CSV. The schemas check the cells; here is only where they belong. */
export const LAYOUTS: readonly CsvLayout[] = [
  {
    section: 'invoices',
    tellsBy: 'issuedOn',
    columns: [
      'id',
      'account',
      'number',
      'purchaseOrder',
      'type',
      'issuedOn',
      'dueOn',
      'currency',
      'tax',
      'total',
      'credited',
      'adjusted',
      'pdf',
    ],
    flags: [],
    lists: [
      {
        list: 'lines',
        prefix: 'line',
        columns: ['product', 'quantity', 'unitPrice', 'amount', 'periodFrom', 'periodTo', 'order'],
        flags: [],
      },
      {
        list: 'payments',
        prefix: 'payment',
        columns: ['reference', 'paidOn', 'amount', 'refunded'],
        flags: ['refunded'],
      },
    ],
  },
  {
    section: 'orders',
    tellsBy: 'orderedOn',
    columns: [
      'id',
      'account',
      'number',
      'orderedOn',
      'placedBy',
      'state',
      'currency',
      'total',
      'carrier',
      'trackingNumber',
      'expectedOn',
    ],
    flags: [],
    lists: [
      { list: 'lines', prefix: 'line', columns: ['product', 'quantity', 'amount'], flags: [] },
      { list: 'events', prefix: 'event', columns: ['at', 'state', 'note'], flags: [] },
    ],
  },
  {
    section: 'contracts',
    tellsBy: 'startsOn',
    columns: ['id', 'account', 'number', 'kind', 'startsOn', 'endsOn', 'currency', 'value', 'autoRenew'],
    flags: ['autoRenew'],
    lists: [{ list: 'lines', prefix: 'line', columns: ['product', 'quantity', 'amount'], flags: [] }],
  },
];
