import { beforeAll, describe, expect, it } from 'vitest';
import { isCoded } from '../../src/lib/errors.ts';
import type { Portal } from '../../src/portal/open.ts';
import type { AnyOperation, Registry } from '../../src/portal/operation.ts';
import { operations } from '../../src/portal/operations.ts';
import { CONTACT_ROLES } from '../../src/portal/policy.ts';
import { testDatabase } from '../support/database.ts';
import { demonstration } from '../support/demonstration.ts';
import { everything } from '../support/everything.ts';
import { portalWorld } from '../support/portal.ts';
import { idsOf, somethingOfEverything } from './every-operation-ids.ts';
import { badInputs, type IdFor, type Place, replaced, samplesOf } from './every-operation-inputs.ts';
import { newKey } from './payments/support.ts';

const world = await portalWorld(await testDatabase());

/** The person asking holds every role; what they ask about is there, in their account and in another one. */
let portal: Portal;
let own: (operation: string) => IdFor;
let foreign: (operation: string) => IdFor;

beforeAll(async () => {
  const { acme, northwind } = await demonstration(world);
  await somethingOfEverything(world, acme, {
    ...{ payer: 'anna', asker: 'emily' },
    pays: { invoice: 'INV-1042', method: '4242', amount: '30000.00', currency: 'PLN' },
  });
  await somethingOfEverything(world, northwind, {
    ...{ payer: 'daniel', asker: 'olivia' },
    pays: { invoice: 'INV-2207', method: '1005', amount: '1.00', currency: 'USD' },
  });
  await acme.setRoles('tomasz', CONTACT_ROLES);
  portal = world.portalFor(acme, 'tomasz');
  [own, foreign] = [await idsOf(world, acme), await idsOf(world, northwind)];
});

const EVERY = Object.entries(operations as Registry).flatMap(([module, group]) =>
  Object.entries(group).map(([name, operation]) => [`${module}.${name}`, operation] as const),
);

/** What becomes of an input: `done`, a refusal as `code reason`, or how it broke. */
async function outcome(
  operation: string,
  input: unknown,
  { key }: { key?: unknown } = { key: newKey() },
): Promise<string> {
  const [module, name] = operation.split('.') as [string, string];
  const method = (portal as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>)[module]![
    name
  ]!;
  const { kind } = (operations as Registry)[module]![name]!;
  const whole =
    kind === 'change' && typeof input === 'object' && !Array.isArray(input) ? withKey(input ?? {}, key) : input;
  return method(whole).then(
    () => 'done',
    (error: unknown) => (isCoded(error) ? `${error.code} ${error.reason}` : `broke: ${error}`),
  );
}

/** Keeps a field that is called `__proto__`, which spreading an object into a literal does too. */
const withKey = (input: object, key: unknown): object => ({ ...input, key });

/** What of everything there is `work` changed, by table; what was refused is written down and does not count. */
async function changedBy(work: () => Promise<unknown>): Promise<string[]> {
  const before = await everything(world);
  await work();
  const after = await everything(world);
  const done = (name: string, rows: readonly string[] = []) =>
    (/audit_head/.test(name)
      ? []
      : rows.filter((row) => !/audit_record/.test(name) || !row.includes(',refused,'))
    ).join();
  return Object.keys(before).filter((name) => done(name, before[name]) !== done(name, after[name]));
}

/** What was found with each, one after the other. */
async function eachOf<T>(tries: readonly T[], look: (one: T) => Promise<string | string[]>): Promise<string[]> {
  const found: string[] = [];
  for (const one of tries) found.push(...[await look(one)].flat());
  return found;
}

const NOBODYS = '00000000-0000-4000-8000-000000000000';
const AMOUNTS = ['0', '0.00', '-1.00', '-0', '0.001', '999999999999999.99', '1e3', 'NaN', '1,00', ' 1', ''];
const CHANGES = EVERY.filter(([, { kind }]) => kind === 'change');
const isMoney = ({ path, schema }: Place) => schema.type === 'string' && /^(amount|units)$/.test(String(path.at(-1)));
const having = (wanted: (place: Place) => boolean) =>
  EVERY.filter(([, { input }]) => samplesOf(input, () => NOBODYS).some(({ places }) => places.some(wanted)));
const NAMING = having(({ schema }) => schema.format === 'uuid');
const WITH_MONEY = having(isMoney);
const isObject = (input: unknown): boolean => typeof input === 'object' && input !== null && !Array.isArray(input);

/** A list of invoices is mailed where no one is named. */
const FINE = new Set(['invoices.email what.invoice missing']);
const REFUSED = /^(invalid|not_found|conflict|forbidden) /;

describe('bad input', () => {
  const samples = (operation: string, { input }: AnyOperation, ids = own) => samplesOf(input, ids(operation));

  it('is made of input that would be good, with every field given', () => {
    const bad = EVERY.flatMap(([name, operation]) =>
      samples(name, operation).filter(({ input }) => !operation.input.safeParse(input).success),
    );
    expect(bad).toEqual([]);
  });

  it.each(EVERY)('of %s is refused by a code, and changes nothing', async (name, operation) => {
    const bad = samples(name, operation)
      .flatMap((sample) => badInputs(sample))
      .filter(({ what, refused }) => refused && !FINE.has(`${name} ${what}`));
    let faults: string[] = [];
    const changed = await changedBy(async () => {
      faults = await eachOf(bad, async ({ what, input }) => {
        const became = await outcome(name, input);
        // Where there is no object there is no key in it either.
        const keyless = operation.kind === 'change' && !isObject(input) && became === 'internal key_missing';
        return keyless || became.startsWith('invalid ') ? [] : `${what}: ${became}`;
      });
    });
    expect({ faults, changed }).toEqual({ faults: [], changed: [] });
  });

  it('in place of a key is our own mistake, for every change', async () => {
    const keys = [undefined, null, '', 'k'.repeat(201), 7, ['key'], 'key\0', 'key\ud800'];
    let faults: string[] = [];
    const changed = await changedBy(async () => {
      faults = await eachOf(CHANGES, async ([name, operation]) => {
        const [sample] = samples(name, operation);
        const outcomes = await eachOf(keys, (key) => outcome(name, sample!.input, { key }));
        return outcomes.filter((became) => became !== 'internal key_missing').map((became) => `${name}: ${became}`);
      });
    });
    expect({ faults, changed }).toEqual({ faults: [], changed: [] });
  });

  it('that names what another account has is answered as if it did not exist, by every operation', async () => {
    const answers = (name: string, operation: AnyOperation, ids: IdFor) =>
      eachOf(samplesOf(operation.input, ids), ({ input }) => outcome(name, input));
    const answered: Record<string, string[]>[] = [];
    const changed = await changedBy(async () => {
      for (const ids of [foreign, () => () => NOBODYS]) {
        const found: Record<string, string[]> = {};
        for (const [name, operation] of NAMING) found[name] = await answers(name, operation, ids(name));
        answered.push(found);
      }
    });
    expect({ answered: answered[0], changed }).toEqual({ answered: answered[1], changed: [] });
    const done = NAMING.filter(([name, { kind }]) => kind === 'change' && answered[0]![name]!.includes('done'));
    expect(done).toEqual([]);
  });

  it.each(WITH_MONEY)('of %s: nothing, less than nothing and too much are refused', async (name, operation) => {
    const tries = samples(name, operation).flatMap(({ input, places }) =>
      places
        .filter((place) => isMoney(place))
        .flatMap(({ path }) => AMOUNTS.map((amount) => ({ amount, input: replaced(input, path, amount) }))),
    );
    let faults: string[] = [];
    const changed = await changedBy(async () => {
      faults = await eachOf(tries, async ({ amount, input }) => {
        const became = await outcome(name, input);
        return REFUSED.test(became) ? [] : `${amount}: ${became}`;
      });
    });
    expect({ faults, changed }).toEqual({ faults: [], changed: [] });
  });

  // Last, since some of it is fine to do.
  it.each(EVERY)('of %s: odd text and the largest numbers break nothing', async (name, operation) => {
    const odd = samples(name, operation).flatMap((sample) => badInputs(sample).filter(({ refused }) => !refused));
    const faults = await eachOf(odd, async ({ what, input }) => {
      const became = await outcome(name, input);
      return became === 'done' || REFUSED.test(became) ? [] : `${what}: ${became}`;
    });
    expect(faults).toEqual([]);
  });
});
