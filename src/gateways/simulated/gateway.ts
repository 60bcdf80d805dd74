import type { Clock, Ids } from '../../lib/clock.ts';
import { CodedError } from '../../lib/errors.ts';
import type { Query, Sql } from '../../lib/sql.ts';
import type { ChargeOutcome, PaymentGateway } from '../../portal/ports.ts';
import * as charges from './charges.ts';
import { elapse, normally, postpone } from './elapse.ts';
import { type Deliveries, deliver, type EventListener } from './events.ts';
import { removeMethod } from './methods.ts';
import { CHARGE_KINDS, forgive, type Misbehaviour, take, tell } from './misbehaviour.ts';
import { type HostedPage, hostedPage } from './page.ts';
import { expirePages, openPage, pageOf, voidPage } from './pages.ts';
import { prepareSchema } from './schema.ts';
import { setupPage } from './setup-page.ts';
import { expireSetups, openSetup } from './setups.ts';
import { lateAnswers } from './wait.ts';

/** The embedded provider: the port, the hosted page's two handlers, and what tests see and steer it by. */
export interface SimulatedGateway extends PaymentGateway, HostedPage {
  /** The page on which a method is added: the two handlers of `/simulated-gateway/setup/:session`. */
  setups: HostedPage;
  /** Ends pages whose time is over and tells the listeners what they have not been told; call it regularly. */
  deliverEvents(): Promise<Deliveries>;
  /** Adds to the script of what goes wrong next; kept in the schema, so every process follows it. */
  misbehave(...script: Misbehaviour[]): Promise<void>;
  /** Ends all misbehaviour not yet used up. */
  behave(): Promise<void>;
  /** Time passes at the provider: late requests are executed, pending charges settled, late answers given. */
  advance(): Promise<void>;
  ledger(): Promise<charges.LedgerEntry[]>;
}

export interface SimulatedGatewayOptions {
  sql: Sql;
  clock: Clock;
  ids: Ids;
  /** Where the service is reached from outside, without a slash at the end. */
  publicUrl: string;
  /** Whom the payer pays, as the hosted page names them. */
  payee: string;
}

/**
 * A payment provider for development, demonstrations and tests (PRODUCT.md section 3). Creates its own schema
 * `simulated_gateway`, apart from the portal's tables. Every failure whose outcome is unknown is CodedError
 * `unavailable`; a key used again with other parameters is `conflict` `key_reused`; an impossible amount `invalid`.
 */
export async function simulatedGateway(options: SimulatedGatewayOptions): Promise<SimulatedGateway> {
  const { sql, clock, ids, publicUrl } = options;
  const listeners: EventListener[] = [];
  const answers = lateAnswers();
  const newReference = () => `sim_${ids.token(12)}`;
  const after = (ms: number | undefined) => (ms === undefined ? undefined : new Date(clock.now().getTime() + ms));
  await prepareSchema(sql);

  async function charge(asked: charges.ChargeRequest): Promise<ChargeOutcome> {
    const request = { ...asked, amount: charges.chargeable(asked.amount) };
    const now = clock.now();
    await elapse(sql, now, false, newReference);
    const { outcome, step } = await sql.transaction(async (tx) => {
      await charges.lockKey(tx, request.key);
      const before = await charges.repeated(tx, request, now);
      if (before) return { outcome: charges.outcomeOf(before) };
      if (await pageOf(tx, request.key)) throw new CodedError('conflict', 'key_reused', { key: request.key });
      const step = await take(tx, CHARGE_KINDS);
      if (step?.kind === 'execute_late') await postpone(tx, request, after(step.afterMs));
      if (step?.kind === 'execute_late' || step?.kind === 'time_out_before_charging') return { step };
      const charged = await charges.record(tx, request, await planned(tx, request, step), newReference(), now);
      return { outcome: charges.outcomeOf(charged), step };
    });
    if (!outcome || step?.kind === 'time_out_after_charging') throw new CodedError('unavailable', 'gateway_timeout');
    if (step?.kind === 'answer_late') await answers.wait(step.afterMs);
    return outcome;
  }

  async function planned(tx: Query, request: charges.ChargeRequest, step?: Misbehaviour): Promise<charges.Plan> {
    if (step?.kind === 'decline') return { status: 'declined', reason: step.reason ?? 'declined' };
    if (step?.kind !== 'pending') return normally(tx, request);
    const dueAt = after(step.afterMs);
    return { status: 'pending', becomes: step.then, ...(dueAt && { dueAt }) };
  }

  async function lookup(key: string): Promise<ChargeOutcome> {
    await elapse(sql, clock.now(), false, newReference);
    const charge = await charges.chargeOf(sql, key);
    if (charge) return charges.outcomeOf(charge);
    const page = await pageOf(sql, key);
    return page?.status === 'open' ? { status: 'pending' } : { status: 'not_found' };
  }

  async function deliverEvents(): Promise<Deliveries> {
    await expirePages(sql, clock.now());
    await expireSetups(sql, clock.now());
    return deliver(sql, clock, listeners);
  }

  return {
    charge: (request) => known(() => charge(request)),
    lookup: (key) => known(() => lookup(key)),
    openPage: (request) =>
      known(async () => {
        const page = await openPage(sql, ids, { ...request, amount: charges.chargeable(request.amount) });
        return { url: `${publicUrl}/simulated-gateway/pay/${page.session}` };
      }),
    voidPage: (key) => known(() => voidPage(sql, ids, key)),
    openSetup: (request) =>
      known(async () => {
        const { session } = await openSetup(sql, ids, request);
        return { url: `${publicUrl}/simulated-gateway/setup/${session}` };
      }),
    removeMethod: (token) => known(() => removeMethod(sql, token, clock.now())),
    onEvent: (listener) => void listeners.push(listener),
    deliverEvents,
    misbehave: (...script) => tell(sql, script),
    behave: () => forgive(sql),
    async advance() {
      await elapse(sql, clock.now(), true, newReference);
      answers.release();
    },
    ledger: () => charges.ledger(sql),
    ...hostedPage({ sql, clock, payee: options.payee, newReference, deliverEvents }),
    setups: setupPage({ sql, clock, ids, payee: options.payee, deliverEvents }),
  };
}

/** Whatever fails underneath, the caller of a payment provider knows only that the outcome is unknown. */
async function known<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof CodedError) throw error;
    throw new CodedError('unavailable', 'gateway_unreachable', {}, error);
  }
}
