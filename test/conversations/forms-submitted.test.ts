import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { everything } from '../support/everything.ts';
import { type Colleagues, colleagues } from './colleagues.ts';
import { formIn, formsIn } from './form-desk.ts';

const database = await testDatabase();

const WORDS = {
  en: {
    ...{ invite: 'invite a colleague', go: 'Continue', ask: 'Ask for approval', empty: 'Please fill this in.' },
    ...{ why: 'Decline with a reason', decline: 'Decline' },
  },
  pl: {
    ...{ invite: 'zaproś współpracownika', go: 'Dalej', ask: 'Poproś o zatwierdzenie', empty: 'Proszę to wypełnić.' },
    ...{ why: 'Odrzuć z podaniem powodu', decline: 'Odrzuć' },
  },
};
const MARIA = { email: 'maria@x.example', name: 'Maria Nowak', role: 'finance' };

describe.each(['en', 'pl'] as const)('a form that is submitted (%s)', (locale) => {
  const w = WORDS[locale];
  let set: Colleagues;
  let desk: ReturnType<typeof formsIn>;
  beforeEach(async () => {
    set = await colleagues(database, locale);
    desk = formsIn(set.world);
    await set.anna.says(w.invite);
  });

  it('is one event and one answer, however often its submission is repeated', async () => {
    const event = set.anna.event({ type: 'press', press: formIn(set.anna), values: MARIA });
    const key = randomUUID();
    const { conversations } = set.talk;
    const taken = [await conversations.receive(key, event), await conversations.receive(key, event)];
    await set.talk.settle();
    expect(taken).toEqual([true, false]);
    expect(set.anna.messages()).toHaveLength(2);
    expect(set.anna.buttons()).toContain(w.ask);
  });

  it('stands again with what was given and what was wrong, where it was not checked before', async () => {
    await set.anna.presses(w.go, { ...MARIA, email: 'maria@x' });
    expect((await desk.opens(set.anna))?.fields).toMatchObject([
      { name: 'email', value: 'maria@x', error: expect.stringContaining('e-mail') },
      { name: 'name', value: MARIA.name },
      { name: 'role', value: MARIA.role },
    ]);
  });

  it('lacks what is required also where a field is not in it at all', async () => {
    expect(await desk.checks(set.anna, { email: MARIA.email })).toEqual({ name: w.empty, role: w.empty });
  });

  it('with a role that one may not give writes down that it was refused, as every refusal is, and nothing else', async () => {
    const before = await everything(set.world);
    await desk.checks(set.anna, { ...MARIA, role: 'management' });
    const after = await everything(set.world);
    const changed = Object.keys(after).filter((table) => !isDeepStrictEqual(after[table], before[table]));
    expect(changed).toEqual(['public.audit_head', 'public.audit_record']);
  });

  it('lost its power with the other buttons of its message', async () => {
    await database.pools.owner.query('UPDATE press SET "usedAt" = now() WHERE id = $1', [formIn(set.anna)]);
    expect(await desk.opens(set.anna)).toBeUndefined();
    expect(await desk.checks(set.anna, { email: 'x' })).toEqual({});
  });

  it('is the decision where it takes its reason, once, and is over then', async () => {
    await set.anna.presses(w.go, MARIA);
    await set.anna.presses(w.ask);
    await set.ewa.presses(w.why);
    const press = formIn(set.ewa);
    await set.ewa.presses(w.decline, { reason: 'Not ours' });
    expect(set.anna.sees()).toContain('Not ours');
    expect(await desk.opens(set.ewa, press)).toBeUndefined();
    await set.ewa.pressesId(press);
    const all = await set.world.portalFor(set.account, 'ewa').invitations.find({ email: MARIA.email });
    expect(all).toMatchObject([{ state: 'declined', reason: 'Not ours' }]);
  });
});
