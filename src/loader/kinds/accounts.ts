import { decimalsOf, distinct } from '../checks.ts';
import * as f from '../fields.ts';
import { defineKind } from '../kind.ts';

/** Of zero: every payment of the currency waits for approval. */
const limit = f.fields({ currency: f.currency(), amount: f.amountFromZero() });
const tenant = f.fields({
  platform: f.oneOf(['slack', 'teams']),
  tenant: f.text(100),
  trustsDirectory: f.flag().default(false),
});
const billing = f.fields({
  contactName: f.text(),
  contactEmail: f.email(),
  contactPhone: f.optional(f.text(40)),
  address: f.multiline(),
  taxNumber: f.optional(f.text(40)),
});

/** What the file says of the billing contact, until a person has changed it. */
const unlessChanged = (column: string) =>
  `CASE WHEN t."contactVersion" > 0 THEN t."${column}" ELSE excluded."${column}" END`;

/** Limits, tenants and billing profile left out of the row stay as they are; an empty list takes them away. */
export const accounts = defineKind({
  section: 'accounts',
  schema: f.fields({
    id: f.externalId(),
    name: f.text(200),
    timeZone: f.timeZone(),
    supportEmail: f.email(),
    approvalLimits: f.list(limit).optional(),
    allowedTenants: f.list(tenant).optional(),
    billing: billing.optional(),
  }),
  check: ({ approvalLimits: limits = [], allowedTenants: tenants = [] }) => [
    ...limits.flatMap((one, at) => decimalsOf(one.currency, [[['approvalLimits', at, 'amount'], one.amount]])),
    ...distinct(
      limits.map(({ currency }) => currency),
      (at) => ['approvalLimits', at, 'currency'],
    ),
    ...distinct(
      tenants.map(({ platform, tenant }) => `${platform} ${tenant}`),
      (at) => ['allowedTenants', at],
    ),
  ],
  table: 'account',
  identity: { account: 'id' },
  columns: { name: (row) => row.name, timeZone: (row) => row.timeZone, supportEmail: (row) => row.supportEmail },
  children: [
    {
      table: 'approval_limit',
      parent: 'accountId',
      key: ['currency'],
      columns: ['currency', 'amount'],
      rows: (row) => row.approvalLimits,
    },
    {
      table: 'allowed_tenant',
      parent: 'accountId',
      key: ['platform', 'tenantId'],
      columns: ['platform', 'tenantId', 'trustsDirectory'],
      rows: (row) => row.allowedTenants?.map(({ tenant, ...rest }) => ({ ...rest, tenantId: tenant })),
    },
    {
      table: 'billing_profile',
      parent: 'accountId',
      key: [],
      columns: ['contactName', 'contactEmail', 'contactPhone', 'address', 'taxNumber'],
      set: {
        contactName: unlessChanged('contactName'),
        contactEmail: unlessChanged('contactEmail'),
        contactPhone: unlessChanged('contactPhone'),
      },
      rows: (row) =>
        row.billing && [
          { ...row.billing, contactPhone: row.billing.contactPhone ?? null, taxNumber: row.billing.taxNumber ?? null },
        ],
    },
  ],
});
