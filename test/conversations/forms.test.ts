import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { everything } from '../support/everything.ts';
import { type Colleagues, colleagues } from './colleagues.ts';
import { formIn, formsIn, userOf } from './form-desk.ts';

const database = await testDatabase();

const WORDS = {
  en: {
    ...{ invite: 'invite a colleague', go: 'Continue', ask: 'Ask for approval', cancel: 'cancel' },
    ...{ title: 'Invite a colleague', intro: 'Whom would you like to invite?', edit: 'Change the details' },
    ...{ email: /doesn’t look like an e-mail/, name: /name in letters/, role: /roles you hold yourself: finance/ },
    ...{ empty: 'Please fill this in.', card: /card number/, why: 'Decline with a reason', decline: 'Decline' },
  },
  pl: {
    ...{ invite: 'zaproś współpracownika', go: 'Dalej', ask: 'Poproś o zatwierdzenie', cancel: 'anuluj' },
    ...{ title: 'Zaproś współpracownika', intro: 'Kogo zaprosić?', edit: 'Zmień dane' },
    ...{ email: /nie wygląda na adres/, name: /imię i nazwisko literami/, role: /samemu posiada: finansowa/ },
    ...{ empty: 'Proszę to wypełnić.', card: /numer karty/, why: 'Odrzuć z podaniem powodu', decline: 'Odrzuć' },
  },
};
const MARIA = { email: 'maria@x.example', name: 'Maria Nowak', role: 'finance' };
const WRONG = { email: 'maria@x', name: '12345', role: 'management' };

describe.each(['en', 'pl'] as const)('a form apart from its message (%s)', (locale) => {
  const w = WORDS[locale];
  let set: Colleagues;
  let desk: ReturnType<typeof formsIn>;
  beforeEach(async () => {
    set = await colleagues(database, locale);
    desk = formsIn(set.world);
    await set.anna.says(w.invite);
  });

  it('shows what its message asks, with what is known filled in', async () => {
    expect(await desk.opens(set.anna)).toMatchObject({
      ...{ locale, title: w.title, intro: w.intro, submit: w.go },
      fields: [{ name: 'email' }, { name: 'name' }, { name: 'role', value: 'finance' }],
    });
    await set.anna.presses(w.go, MARIA);
    await set.anna.presses(w.edit);
    expect(await desk.opens(set.anna)).toMatchObject({
      fields: [{ value: MARIA.email }, { value: MARIA.name }, { value: MARIA.role }],
    });
  });

  it('is open to the person it was shown to, and to nobody else', async () => {
    const press = formIn(set.anna);
    const anna = userOf(set.anna);
    expect(await desk.opens(set.ewa, press)).toBeUndefined();
    expect(await desk.forms.open(press, { ...anna, tenantId: 'other' })).toBeUndefined();
    expect(await desk.forms.open(press, { ...anna, userId: 'stranger' })).toBeUndefined();
    expect(await desk.checks(set.ewa, WRONG, press)).toEqual({});
    await set.account.suspend('anna');
    expect(await desk.opens(set.anna)).toBeUndefined();
    expect(await desk.checks(set.anna, WRONG)).toEqual({});
  });

  it('is over with its dialog, and there is none behind another button or an unknown one', async () => {
    const press = formIn(set.anna);
    await set.anna.presses(w.go, MARIA);
    expect(await desk.opens(set.anna, set.anna.button(w.ask))).toBeUndefined();
    expect(await desk.opens(set.anna, 'nobodys')).toBeUndefined();
    await set.anna.says(w.cancel);
    expect(await desk.opens(set.anna, press)).toBeUndefined();
    expect(await desk.checks(set.anna, WRONG, press)).toEqual({});
    expect(await desk.checks(set.anna, WRONG, 'nobodys')).toEqual({});
  });

  it('says of all fields at once what is wrong, and changes nothing', async () => {
    const before = await everything(set.world);
    expect(await desk.checks(set.anna, { ...WRONG, role: MARIA.role })).toEqual({
      email: expect.stringMatching(w.email),
      name: expect.stringMatching(w.name),
    });
    expect(await desk.checks(set.anna, MARIA)).toEqual({});
    expect(await desk.checks(set.anna, { ...MARIA, name: ' ' })).toEqual({ name: w.empty });
    expect(await desk.checks(set.anna, { email: '', name: '', role: '' })).toEqual({
      ...{ email: w.empty, name: w.empty, role: w.empty },
    });
    expect(await everything(set.world)).toEqual(before);
    const wrong = await desk.checks(set.anna, WRONG);
    expect(Object.keys(wrong)).toEqual(['email', 'name', 'role']);
    expect(wrong.role).toMatch(w.role);
    // That somebody asked for what they may not is in the trail, as whenever they do.
    const { 'public.audit_head': _head, 'public.audit_record': trail, ...after } = await everything(set.world);
    expect(trail).toContainEqual(expect.stringMatching(/invitations\.check.*refused/));
    expect(before).toMatchObject(after);
  });

  it('is opened and checked while a turn of the conversation is under way', async () => {
    await set.talk.exclusively(set.anna.conversation, async () => {
      expect(await desk.opens(set.anna)).toMatchObject({ title: w.title });
      expect(await desk.checks(set.anna, WRONG)).toHaveProperty('email');
    });
  });

  it('takes no card number, whatever else is wrong', async () => {
    const before = await everything(set.world);
    const wrong = await desk.checks(set.anna, { ...WRONG, name: '4242 4242 4242 4242' });
    expect(wrong).toEqual({ name: expect.stringMatching(w.card) });
    // It still stands in the open form.
    expect(wrong.name).not.toMatch(/removed|Usunęliśmy/);
    expect(await everything(set.world)).toEqual(before);
  });

  it('leaves to the turn what is no matter of a field', async () => {
    await set.anna.presses(w.go, MARIA);
    await set.anna.presses(w.ask);
    await set.anna.says(w.invite);
    expect(await desk.checks(set.anna, MARIA)).toEqual({});
    await set.account.setRoles('anna', []);
    expect(await desk.checks(set.anna, MARIA)).toEqual({});
  });

  it('is a reason too, of a decision about another person’s wish', async () => {
    await set.anna.presses(w.go, MARIA);
    await set.anna.presses(w.ask);
    await set.jan.presses(w.why);
    expect(await desk.opens(set.jan)).toMatchObject({ fields: [{ name: 'reason' }], submit: w.decline });
    expect(await desk.checks(set.jan, { reason: '' })).toEqual({ reason: w.empty });
    expect(await desk.checks(set.jan, { reason: 'Not our colleague' })).toEqual({});
    expect(await desk.opens(set.anna, formIn(set.jan))).toBeUndefined();
  });
});
