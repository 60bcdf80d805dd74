import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { fakeSlack } from '../support/fake-slack.ts';
import { annaInSlack } from './slack-forms-desk.ts';
import { ANNA } from './slack-receive/bodies.ts';

const database = await testDatabase();
const slack = await fakeSlack();

const mail = (value: string) => ({ type: 'email_text_input', value });
const words = (value: string) => ({ type: 'plain_text_input', value });
const roles = (...chosen: string[]) => ({ type: 'checkboxes', selected_options: chosen.map((value) => ({ value })) });
const choice = (value: string) => ({ type: 'static_select', selected_option: { value } });
const plain = (text: unknown) => JSON.stringify(text).replace(/[\u00a0\u202f]/g, ' ');

describe.each(['en', 'pl'] as const)('forms in Slack, with the conversation behind them (%s)', (locale) => {
  let anna: Awaited<ReturnType<typeof annaInSlack>>;
  const by = <T>(texts: { en: T; pl: T }): T => texts[locale];

  beforeEach(async () => {
    const team = slack.team('T0ACME');
    team.modals.clear();
    team.messages.length = 0;
    await database.pools.owner.query('TRUNCATE inbox, outbox, press, conversation, chat_link, allowed_tenant');
    anna = await annaInSlack(database, slack, locale);
  });

  it('invite in the direct messages: wrong fields all at once, then the confirmation', async () => {
    await anna.says(by({ en: 'invite a colleague', pl: 'zaproś współpracownika' }));
    await anna.presses(/…$/);
    expect(anna.modal()).toMatchObject({
      title: { text: by({ en: 'Invite a colleague', pl: 'Zaproś współpracownika' }) },
      submit: { text: by({ en: 'Continue', pl: 'Dalej' }) },
      close: { text: by({ en: 'Cancel', pl: 'Anuluj' }) },
    });
    const said = anna.team.messages.length;
    expect(await anna.submits({ email: mail('jan@'), name: words(' '), role: roles('technical') })).toEqual({
      email: expect.stringContaining('e-mail'),
      name: by({ en: 'Please fill this in.', pl: 'Proszę to wypełnić.' }),
      role: expect.stringMatching(by({ en: /roles you hold/, pl: /samemu posiada/ })),
    });
    expect(anna.team.messages).toHaveLength(said);
    const given = { email: mail('jan@acme.example'), name: words('Jan Nowak'), role: roles('finance') };
    expect(await anna.submits(given)).toEqual({});
    expect(anna.last().text).toContain('Jan Nowak (jan@acme.example)');
  });

  it('pay with another amount and method in a channel, where the answers are seen by the person alone', async () => {
    anna.team.channel('C0SALES', [ANNA]);
    await anna.office.account.invoice({ number: '123', total: '1250.50' });
    await anna.mentions(by({ en: 'pay invoice 123', pl: 'zapłać fakturę 123' }));
    expect(anna.last()).toMatchObject({ channel: 'C0SALES', to: ANNA });
    await anna.presses(by({ en: 'Change amount or method', pl: 'Zmień kwotę lub metodę' }));
    expect(plain(anna.modal())).toContain(by({ en: 'At most PLN 1,250.50.', pl: 'Najwyżej 1 250,50 zł.' }));
    const card = '4242 4242 4242 4242';
    expect(await anna.submits({ amount: words(card), method: choice('page') })).toEqual({
      amount: expect.stringMatching(by({ en: /card number/, pl: /numer karty/ })),
    });
    expect(await anna.submits({ amount: words('2 000'), method: choice('page') })).toEqual({
      amount: expect.stringMatching(by({ en: /at most/, pl: /najwyżej/ })),
    });
    expect(await anna.submits({ amount: words('99,90'), method: choice('page') })).toEqual({});
    expect(anna.last()).toMatchObject({ channel: 'C0SALES', to: ANNA });
    expect(plain(anna.last().text)).toContain(by({ en: 'Pay PLN 99.90', pl: 'Zapłacić 99,90 zł' }));
    expect(anna.team.standing('C0SALES')).toEqual([]);
  });

  it('are over with their dialog: a button of a slow client opens a sentence that says so', async () => {
    await anna.says(by({ en: 'invite a colleague', pl: 'zaproś współpracownika' }));
    const asked = structuredClone(anna.last());
    await anna.says(by({ en: 'cancel', pl: 'anuluj' }));
    anna.team.messages.push(asked);
    await anna.presses(/…$/);
    expect(plain(anna.modal())).toMatch(/no longer valid.*nieaktualny/);
  });
});
