import { isCoded } from '../../lib/errors.ts';
import { within } from '../../lib/within.ts';
import type { ChargeOutcome, PaymentGateway } from '../ports.ts';
import type { Run } from './run.ts';

/** What the gateway let us know; `unknown`: no answer, so anything may have happened. */
export type Heard = ChargeOutcome | { status: 'unknown' };

/** Nobody waits longer for the gateway: what it does later is found by a look-up. */
const LIMIT_MS = 15_000;

const call = <T>({ gateway }: Run['services'], ask: (gateway: PaymentGateway) => Promise<T>) =>
  within(LIMIT_MS, 'gateway_timeout', () => ask(gateway));

/** Asks about a charge. Whatever is thrown, and silence, leaves the outcome unknown, never failed. */
export async function hear(
  { services }: Run,
  ask: (gateway: PaymentGateway) => Promise<ChargeOutcome>,
): Promise<Heard> {
  try {
    return await call(services, ask);
  } catch (err) {
    const level = isCoded(err, 'unavailable') ? 'warn' : 'error';
    services.log[level]({ err }, 'the payment gateway gave no usable answer');
    return { status: 'unknown' };
  }
}

/** Asks for anything else; undefined when the gateway can't be reached, so that it is tried again. */
export async function answer<T>(
  { services }: Pick<Run, 'services'>,
  ask: (gateway: PaymentGateway) => Promise<T>,
): Promise<T | undefined> {
  try {
    return await call(services, ask);
  } catch (err) {
    if (!isCoded(err, 'unavailable')) throw err;
    services.log.warn({ err }, 'the payment gateway can not be reached');
    return undefined;
  }
}
