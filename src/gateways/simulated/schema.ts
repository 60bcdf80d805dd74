import type { Sql } from '../../lib/sql.ts';

/** Any number, as long as nothing else in this database locks by it: two processes may start at once. */
const CREATION_LOCK = 7_205_883_071;

/**
 * The provider's own books, apart from the portal's: what it was asked, what it charged, and how it has been told to
 * misbehave, so that a second process and one that was killed and started again see the same.
 */
const TABLES = `
create schema if not exists simulated_gateway;

create table if not exists simulated_gateway.charge (
  id bigint generated always as identity primary key,
  key text not null,
  amount numeric not null,
  currency text not null,
  method text not null,
  description text not null,
  status text not null check (status in ('succeeded', 'declined', 'pending')),
  reason text,
  reference text not null unique,
  becomes text check (becomes in ('succeeded', 'declined')),
  due_at timestamptz,
  at timestamptz not null,
  forgotten boolean not null default false
);
create unique index if not exists charge_key on simulated_gateway.charge (key) where not forgotten;
create index if not exists charge_pending on simulated_gateway.charge (due_at) where status = 'pending';

create table if not exists simulated_gateway.late_request (
  id bigint generated always as identity primary key,
  request jsonb not null,
  due_at timestamptz
);

create table if not exists simulated_gateway.page (
  session text primary key,
  key text not null unique,
  amount numeric,
  currency text,
  description text,
  locale text not null,
  expires_at timestamptz,
  status text not null check (status in ('open', 'paid', 'cancelled', 'expired', 'voided')),
  reference text,
  paid_with text
);

create table if not exists simulated_gateway.setup (
  session text primary key,
  key text not null unique,
  kind text not null check (kind in ('card', 'bank')),
  customer_id text not null,
  customer text not null,
  locale text not null,
  expires_at timestamptz not null,
  status text not null check (status in ('open', 'done', 'cancelled', 'expired')),
  token text
);

create table if not exists simulated_gateway.method (
  token text primary key,
  customer_id text not null,
  kind text not null check (kind in ('card', 'bank')),
  brand text,
  last4 text not null,
  exp_month int,
  exp_year int,
  removed_at timestamptz
);

create table if not exists simulated_gateway.event (
  id bigint generated always as identity primary key,
  type text not null,
  key text not null,
  reference text,
  at timestamptz not null,
  delivered_at timestamptz
);
alter table simulated_gateway.event add column if not exists method jsonb;
create index if not exists event_undelivered on simulated_gateway.event (id) where delivered_at is null;

create table if not exists simulated_gateway.misbehaviour (
  id bigint generated always as identity primary key,
  step jsonb not null
);`;

/** Creates the schema where it is missing; safe to call at every start and from several processes at once. */
export async function prepareSchema(sql: Sql): Promise<void> {
  await sql.transaction(async (tx) => {
    await tx.query('select pg_advisory_xact_lock($1)', [CREATION_LOCK]);
    await tx.query(TABLES);
  });
}
