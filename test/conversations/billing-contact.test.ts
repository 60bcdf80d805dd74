import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { type BillingDesk, billingDesk } from './billing-desk.ts';
import { formsIn } from './form-desk.ts';

const database = await testDatabase();
let desk: BillingDesk;

const BEFORE = 'Anna Kowalska, anna.kowalska@x.example, +48225550123';

/** The contact as it stands in the portal. */
async function stands(): Promise<string> {
  const { rows } = await desk.account.sql.query<{ line: string }>(
    `SELECT concat_ws(', ', "contactName", "contactEmail", "contactPhone") AS line FROM billing_profile
     WHERE "accountId" = $1`,
    [desk.account.id],
  );
  return rows[0]!.line;
}

describe.each(['en', 'pl'] as const)('changing the billing contact (%s)', (locale) => {
  const by = <T>(texts: { en: T; pl: T }): T => texts[locale];
  const change = by({ en: 'change the billing contact', pl: 'zmień kontakt do fakturowania' });
  const w = by({
    en: { go: 'Continue', yes: 'Change the contact', edit: 'Change the details', is: 'The billing contact is' },
    pl: { go: 'Dalej', yes: 'Zmień kontakt', edit: 'Zmień dane', is: 'Kontakt do fakturowania to' },
  });
  const yes = by({ en: 'yes', pl: 'tak' });
  const undo = by({ en: 'undo', pl: 'cofnij' });
  const words = by({
    en: 'change the billing contact to Maria Nowak, maria@x.example, +48 601 222 333',
    pl: 'zmień osobę kontaktową do faktur na Marię Nowak, maria@x.example, +48 601 222 333',
  });
  const MARIA = 'Maria Nowak, maria@x.example, +48601222333';

  beforeEach(async () => {
    desk = await billingDesk(database, locale);
  });

  it('by words: old and new are shown, a yes does it, undo shows it turned round and takes it back', async () => {
    const { anna } = desk;
    await anna.says(words);
    desk.golden('contact-confirm');
    expect(await stands()).toBe(BEFORE);
    await anna.says(yes);
    expect(desk.said()).toBe(by({ en: `${w.is} ${inFull(MARIA)} now.`, pl: `${w.is} teraz ${inFull(MARIA)}.` }));
    expect(await stands()).toBe(MARIA);
    await anna.says(undo);
    expect(desk.said()).toContain(inFull(BEFORE));
    await anna.says(yes);
    expect(await stands()).toBe(BEFORE);
  });

  it('by a form that shows what stands, with each field checked while it is open', async () => {
    const { anna } = desk;
    const forms = formsIn(desk.world);
    await anna.says(change);
    desk.golden('contact-form');
    expect(await forms.opens(anna)).toMatchObject({
      fields: [{ value: 'Anna Kowalska' }, { value: 'anna.kowalska@x.example' }, { value: '+48225550123' }],
    });
    const wrong = await forms.checks(anna, { name: '123', email: 'maria@x', phone: 'none' });
    expect(Object.keys(wrong)).toEqual(['name', 'email', 'phone']);
    expect(wrong.phone).toMatch(/\+48 601 222 333/);
    const card = await forms.checks(anna, { name: 'Maria', email: 'm@x.example', phone: '4242 4242 4242 4242' });
    expect(Object.keys(card)).toEqual(['phone']);
    expect(await forms.checks(anna, { name: '', email: 'm@x.example', phone: '' })).toEqual({
      name: by({ en: 'Please fill this in.', pl: 'Proszę to wypełnić.' }),
    });
    await anna.presses(w.go, { name: 'Dział Rozliczeń', email: 'Fin@x.example', phone: '' });
    await anna.presses(w.yes);
    expect(await stands()).toBe('Dział Rozliczeń, fin@x.example');
    await anna.says(undo);
    await anna.says(yes);
    expect(await stands()).toBe(BEFORE);
  });

  it('takes one field alone, says that the others stay, and takes a correction', async () => {
    const { anna } = desk;
    await anna.says(
      by({
        en: 'update the billing phone to +48 601 222 333',
        pl: 'zmień telefon w profilu fakturowania na +48 601 222 333',
      }),
    );
    expect(desk.said()).toContain('Anna Kowalska (anna.kowalska@x.example, +48601222333)');
    await anna.says(by({ en: 'no, the phone is +48 601 222 444', pl: 'nie, telefon +48 601 222 444' }));
    expect(desk.said()).toContain('+48601222444');
    await anna.says(yes);
    expect(await stands()).toBe('Anna Kowalska, anna.kowalska@x.example, +48601222444');
  });

  it('of whom only the name was said, says that address and telephone stay, and lets one change them too', async () => {
    const { anna } = desk;
    await anna.says(
      by({ en: 'make Maria Nowak our billing contact', pl: 'zmień osobę kontaktową do faktur na Marię Nowak' }),
    );
    expect(desk.said()).toContain(
      by({
        en: 'The e-mail address and the telephone stay as they are.',
        pl: 'Adres e-mail i telefon zostają bez zmian.',
      }),
    );
    await anna.presses(w.edit);
    expect(await formsIn(desk.world).opens(anna)).toMatchObject({ fields: [{ value: 'Maria Nowak' }, {}, {}] });
    await anna.presses(w.go, { name: 'Maria Nowak', email: 'maria@x.example', phone: '601 222 333' });
    await anna.says(yes);
    expect(await stands()).toBe('Maria Nowak, maria@x.example, 601222333');
  });

  it('says what is wrong with a field that was typed, and keeps what was right', async () => {
    const { anna } = desk;
    await anna.says(change);
    await anna.presses(w.go, { name: 'Maria Nowak', email: 'maria', phone: '' });
    expect(desk.said()).toMatch(by({ en: /doesn’t look like an e-mail/, pl: /nie wygląda na adres e-mail/ }));
    expect(await formsIn(desk.world).opens(anna)).toMatchObject({ fields: [{ value: 'Maria Nowak' }, {}, {}] });
    await anna.says('maria@x.example');
    expect(desk.said()).toContain('Maria Nowak (maria@x.example)');
  });

  it('to what it is already changes nothing and says so', async () => {
    const { anna } = desk;
    await anna.says(
      by({
        en: 'change the billing e-mail to anna.kowalska@x.example',
        pl: 'zmień e-mail kontaktu do fakturowania na anna.kowalska@x.example',
      }),
    );
    expect(desk.said()).toMatch(by({ en: /already, so nothing was changed/, pl: /więc nic się nie zmieniło/ }));
  });

  it('is left alone when it is cancelled or turned down, and comes back after something else', async () => {
    const { anna } = desk;
    await anna.says(words);
    await anna.says(by({ en: 'show payment methods', pl: 'pokaż metody płatności' }));
    expect(desk.said()).toContain(inFull(MARIA));
    await anna.says(by({ en: 'no', pl: 'nie' }));
    await anna.says(change);
    await anna.says(by({ en: 'cancel', pl: 'anuluj' }));
    expect(await stands()).toBe(BEFORE);
  });

  it('that somebody else changed meanwhile is shown again before a yes, and not taken back by undo', async () => {
    const { anna } = desk;
    const jan = await desk.chat('jan');
    await anna.says(words);
    await jan.says(
      by({
        en: 'change the billing e-mail to fin@x.example',
        pl: 'zmień e-mail kontaktu do fakturowania na fin@x.example',
      }),
    );
    await jan.says(yes);
    await anna.says(yes);
    expect(desk.said()).toContain('fin@x.example');
    expect(await stands()).toBe('Anna Kowalska, fin@x.example, +48225550123');
    await anna.says(yes);
    expect(await stands()).toBe(MARIA);
    await jan.says(undo);
    expect(desk.said(jan)).toMatch(
      by({ en: /^Somebody has changed the billing contact since/, pl: /^W międzyczasie ktoś zmienił/ }),
    );
    expect(await stands()).toBe(MARIA);
  });

  it('is refused to whoever may not, with who may', async () => {
    for (const name of ['ewa', 'tom']) {
      const other = await desk.chat(name);
      await other.says(change);
      expect(desk.said(other)).toContain('Anna');
      expect(other.buttons()).toEqual([by({ en: 'Ask for the role: finance', pl: 'Poproś o rolę: finansowa' })]);
    }
  });

  it('is refused where the portal has no billing profile of the account', async () => {
    await desk.account.sql.query('DELETE FROM billing_profile WHERE "accountId" = $1', [desk.account.id]);
    await desk.anna.says(change);
    expect(desk.said()).toMatch(
      by({ en: /has no billing profile in the portal yet/, pl: /nie ma jeszcze profilu fakturowania/ }),
    );
    await desk.anna.says(by({ en: 'show our billing profile', pl: 'pokaż profil fakturowania' }));
    expect(desk.said()).toContain('4242');
  });
});

/** "A, b, c" as "A (b, c)". */
const inFull = (line: string): string => line.replace(/, (.*)$/, ' ($1)');
