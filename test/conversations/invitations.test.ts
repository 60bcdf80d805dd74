import { beforeEach, describe, expect, it } from 'vitest';
import { sqlOn } from '../../src/db/sql.ts';
import { invitationToken } from '../../src/portal/invitations/token.ts';
import { openPublic } from '../../src/portal/public.ts';
import { openSystem } from '../../src/portal/system.ts';
import { mailsOf } from '../portal/people/support.ts';
import { testDatabase } from '../support/database.ts';
import { expectSaidGolden } from '../support/said.ts';
import type { Talker } from '../support/talk.ts';
import { type Colleagues, colleagues } from './colleagues.ts';

const database = await testDatabase();
const WORDS = {
  en: {
    ...{ invite: 'invite a colleague', go: 'Continue', yes: 'yes', no: 'no', undo: 'undo', edit: 'Change the details' },
    ...{ send: 'Send the invitation', ask: 'Ask for approval', approve: 'Approve and send', decline: 'Decline' },
    ...{ why: 'Decline with a reason', list: 'show invitations', revoke: 'revoke the invitation for Maria Nowak' },
    ...{ resend: 'send the invitation to Maria again', approveIt: 'approve the invitation for Maria Nowak' },
    ...{
      declineIt: 'decline the invitation for Maria Nowak because we don’t know her',
      overdue: 'who has access here at our company?',
    },
    ...{
      gone: 'has already been approved and sent by Ewa Lis',
      own: 'somebody else has to decide',
      found: 'I can’t find an invitation',
    },
    ...{ known: 'already has access: management', open: 'There is an open invitation for this address already' },
    ...{
      badMail: 'doesn’t look like an e-mail address',
      notHeld: 'roles you hold yourself: finance',
      someone: 'invite zofia@x.example Zofia Zając as management',
    },
  },
  pl: {
    ...{ invite: 'zaproś współpracownika', go: 'Dalej', yes: 'tak', no: 'nie', undo: 'cofnij to', edit: 'Zmień dane' },
    ...{ send: 'Wyślij zaproszenie', ask: 'Poproś o zatwierdzenie', approve: 'Zatwierdź i wyślij', decline: 'Odrzuć' },
    ...{ why: 'Odrzuć z podaniem powodu', list: 'pokaż zaproszenia', revoke: 'wycofaj zaproszenie dla Marii Nowak' },
    ...{ resend: 'wyślij zaproszenie Marii jeszcze raz', approveIt: 'zatwierdź zaproszenie dla Marii Nowak' },
    ...{ declineIt: 'odrzuć zaproszenie dla Marii Nowak, bo jej nie znamy', overdue: 'kto u nas w firmie ma dostęp?' },
    ...{
      gone: 'jest już zatwierdzone i wysłane (Ewa Lis)',
      own: 'decyzję musi podjąć ktoś inny',
      found: 'Nie ma zaproszenia dla',
    },
    ...{ known: 'ma już dostęp, role: zarządcza', open: 'jest już otwarte zaproszenie' },
    ...{
      badMail: 'nie wygląda na adres e-mail',
      notHeld: 'które się samemu posiada: finansowa',
      someone: 'zaproś zofia@x.example Zofię Zając, zarząd',
    },
  },
};

const MARIA = { email: 'maria@x.example', name: 'Maria Nowak', role: 'finance' };

describe.each(['en', 'pl'] as const)('inviting a colleague (%s)', (locale) => {
  const w = WORDS[locale];
  let set: Colleagues;
  const said = (who: Talker) => who.last().reply.text;
  const golden = (name: string, who: Talker) =>
    expectSaidGolden(`conversations/${name}-${locale}`, who.last(), set.account, locale);
  /** Anna's invitation of Maria, waiting for a manager. */
  async function waiting() {
    await set.anna.says(w.invite);
    await set.anna.presses(w.go, MARIA);
    await set.anna.presses(w.ask);
  }
  beforeEach(async () => {
    set = await colleagues(database, locale);
  });

  it('asks for everything in one form, checks it, confirms, and waits for a manager', async () => {
    await set.anna.says(w.invite);
    golden('users-invite-form', set.anna);
    await set.anna.presses(w.go, { ...MARIA, email: 'maria@x' });
    expect(said(set.anna)).toContain(w.badMail);
    golden('users-invite-form-error', set.anna);
    await set.anna.presses(w.go, { ...MARIA, role: 'technical' });
    expect(said(set.anna)).toContain(w.notHeld);
    await set.anna.presses(w.go, MARIA);
    golden('users-invite-confirm', set.anna);
    await set.anna.says(w.yes);
    golden('users-invite-waiting', set.anna);
    expect(await mailsOf(set.account)).toEqual([]);
    golden('invitation-approval-asked', set.ewa);
    expect(said(set.jan)).toBe(said(set.ewa));
  });

  it('approves with one press, closes every copy and says by whom, and answers the second press', async () => {
    await waiting();
    const second = set.jan.button(w.approve);
    await set.ewa.presses(w.approve);
    golden('invites-approve-done', set.ewa);
    expect(await mailsOf(set.account)).toMatchObject([{ to: MARIA.email }]);
    for (const who of [set.jan, set.anna]) expect(who.sees()).toContain('Ewa Lis');
    expect(set.jan.buttons()).not.toContain(w.approve);
    await set.jan.pressesId(second);
    expect(await mailsOf(set.account)).toHaveLength(1);
    await set.jan.says(w.approveIt);
    expect(said(set.jan)).toContain(w.gone);
  });

  it('confirms a typed approval first', async () => {
    await waiting();
    await set.ewa.says(w.approveIt);
    expect(await mailsOf(set.account)).toEqual([]);
    golden('invites-approve-confirm', set.ewa);
    await set.ewa.says(w.yes);
    expect(await mailsOf(set.account)).toHaveLength(1);
  });

  it('declines with one press, or with a reason that the inviter gets', async () => {
    await waiting();
    await set.jan.presses(w.why);
    golden('invites-decline-reason', set.jan);
    await set.jan.presses(w.decline, { reason: 'Not our colleague' });
    expect(set.anna.sees()).toContain('Not our colleague');
    golden('invites-decline-done', set.jan);
    await waiting();
    await set.ewa.presses(w.decline);
    expect(await set.world.portalFor(set.account, 'anna').invitations.list({})).toEqual([]);
  });

  it('takes a typed reason along, after a confirmation', async () => {
    await waiting();
    await set.ewa.says(w.declineIt);
    golden('invites-decline-confirm', set.ewa);
    await set.ewa.says(w.yes);
    const [found] = await set.world.portalFor(set.account, 'anna').invitations.find({ email: MARIA.email });
    expect(found).toMatchObject({ state: 'declined', decidedBy: { name: 'Ewa Lis' } });
    expect(found?.reason).toMatch(/know|znamy/);
  });

  it('refuses the inviter’s own approval with who can', async () => {
    await waiting();
    await set.account.setRoles('anna', ['finance', 'management']);
    await set.anna.says(w.approveIt);
    expect(said(set.anna)).toContain(w.own);
    expect(said(set.anna)).toContain('Ewa Lis');
    expect(await mailsOf(set.account)).toEqual([]);
  });

  it('sends a manager’s at once out of one sentence, the name in its base form, and undoes it by revoking', async () => {
    await set.ewa.says(w.someone);
    expect(said(set.ewa)).toContain('Zofia Zając (zofia@x.example)');
    golden('users-invite-confirm-manager', set.ewa);
    await set.ewa.presses(w.send);
    golden('users-invite-sent', set.ewa);
    await set.ewa.says(w.undo);
    golden('invites-revoke-confirm', set.ewa);
    await set.ewa.says(w.yes);
    golden('invites-revoke-done', set.ewa);
    expect(await set.world.portalFor(set.account, 'ewa').invitations.list({})).toEqual([]);
  });

  it('keeps what stands in the form when the details are changed, the name as it is written there', async () => {
    await set.ewa.says(w.someone);
    await set.ewa.presses(w.edit);
    expect(set.ewa.sees()).toMatch(/zofia@x\.example[\s\S]*Zofia Zając/);
    await set.ewa.presses(w.go, { email: 'zofia@x.example', name: 'Zofię Zająca', role: 'finance,technical' });
    await set.ewa.says(w.yes);
    expect(await set.world.portalFor(set.account, 'ewa').invitations.list({})).toMatchObject([
      { name: 'Zofię Zająca', roles: ['finance', 'technical'] },
    ]);
  });

  it('says that somebody has access or an open invitation, and makes no other', async () => {
    await set.anna.says(w.invite);
    await set.anna.presses(w.go, { ...MARIA, email: set.account.email('ewa') });
    expect(said(set.anna)).toContain(w.known);
    await waiting();
    await set.anna.says(w.invite);
    await set.anna.presses(w.go, MARIA);
    expect(said(set.anna)).toContain(w.open);
    expect(await set.world.portalFor(set.account, 'anna').invitations.list({})).toHaveLength(1);
  });

  it('is interrupted by another wish and offered again', async () => {
    await set.anna.says(w.invite);
    await set.anna.presses(w.go, MARIA);
    await set.anna.says(w.overdue);
    expect(
      set.anna
        .messages()
        .slice(-3)
        .map(({ reply }) => reply.text)
        .join(),
    ).toContain('Maria Nowak (maria@x.example)');
    await set.anna.says(w.yes);
    expect(await set.world.portalFor(set.account, 'anna').invitations.list({})).toHaveLength(1);
  });

  it('is left when the confirmation is denied', async () => {
    await set.ewa.says(w.someone);
    await set.ewa.says(w.no);
    expect(await set.world.portalFor(set.account, 'ewa').invitations.list({})).toEqual([]);
  });

  it('lists the open ones, and sends one again by its inflected name', async () => {
    await set.ewa.says(w.list);
    golden('invites-list-empty', set.ewa);
    await waiting();
    await set.ewa.presses(w.approve);
    await set.ewa.says(w.someone);
    await set.ewa.presses(w.send);
    await set.anna.says(w.list);
    golden('invites-list', set.anna);
    await set.anna.says(w.resend);
    golden('invites-resend-confirm', set.anna);
    await set.anna.says(w.yes);
    expect((await mailsOf(set.account)).map(({ to }) => to)).toEqual([MARIA.email, 'zofia@x.example', MARIA.email]);
    await set.anna.says(w.revoke);
    await set.anna.says(w.yes);
    expect(await set.world.portalFor(set.account, 'anna').invitations.list({})).toHaveLength(1);
  });

  it('takes a row of the list shown last, asks which where two fit, and knows nobody of another account', async () => {
    const invite = (email: string, name: string) =>
      set.world.portalFor(set.account, 'anna').invitations.invite({ key: email, email, name, roles: ['finance'] });
    await invite('first@x.example', 'Maria Nowak');
    set.world.clock.move(1000);
    await invite('second@x.example', 'Maria Zając');
    await set.talk.settle();
    await set.ewa.says({ en: 'approve the invitation for Maria', pl: 'zatwierdź zaproszenie dla Marii' }[locale]);
    golden('invites-approve-which', set.ewa);
    await set.ewa.says({ en: 'the second one', pl: 'to drugie' }[locale]);
    expect(said(set.ewa)).toContain('first@x.example');
    await set.ewa.says(w.yes);
    expect(await mailsOf(set.account)).toMatchObject([{ to: 'first@x.example' }]);
    await set.ewa.says(w.list);
    await set.ewa.says({ en: 'decline the first invitation', pl: 'odrzuć pierwsze zaproszenie' }[locale]);
    expect(said(set.ewa)).toContain('second@x.example');
    await set.ewa.says(w.yes);
    await set.ewa.says(
      { en: 'revoke the invitation of nobody@x.example', pl: 'wycofaj zaproszenie dla nobody@x.example' }[locale],
    );
    expect(said(set.ewa)).toContain(w.found);
  });

  it('reminds, tells of the end, and of an acceptance, with the card as it stands', async () => {
    await waiting();
    const { world, account } = set;
    const { invitations } = openSystem(world.services, sqlOn(database.pools.system));
    world.clock.move(24 * 3_600_000);
    const ours = ({ accountId }: { accountId: string }) => accountId === account.id;
    for (const one of (await invitations.unreminded()).filter(ours)) await invitations.remind(one);
    await set.talk.settle();
    golden('invitation-reminder', set.ewa);
    world.clock.move(7 * 24 * 3_600_000);
    for (const one of (await invitations.lapsing()).filter(ours)) await invitations.lapse(one);
    await set.talk.settle();
    golden('invitation-expired', set.anna);
    expect(set.ewa.buttons()).not.toContain(w.approve);
  });

  it('tells the inviter that the invitation was accepted', async () => {
    await set.ewa.says(w.someone);
    await set.ewa.presses(w.send);
    const { services } = set.world;
    const [sent] = await set.world.portalFor(set.account, 'ewa').invitations.list({});
    const token = invitationToken(services.secretsKey, sent!.id, 0);
    await openPublic(services, sqlOn(database.pools.system), token).accept();
    await set.talk.settle();
    golden('invitation-accepted', set.ewa);
  });
});
