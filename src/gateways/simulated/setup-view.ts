import { type Html, html } from '../../lib/html.ts';
import { counted } from '../../lib/locale.ts';
import { cardForm, fieldState } from './card-view.ts';
import { answer, type HttpAnswer } from './page-layout.ts';
import { MINUTES, PAGE_TEXTS } from './page-texts.ts';
import type { SetupProblem } from './setup-form.ts';
import { SETUP_TEXTS, type SetupTexts } from './setup-texts.ts';
import type { Setup } from './setups.ts';
import { TEST_IBANS } from './tokens.ts';

/** Which field a problem is shown at. */
const FIELD: Record<SetupProblem, 'number' | 'expiry' | 'cvc' | 'holder' | 'iban'> = {
  ...{ number: 'number', check_digit: 'number', not_a_test_card: 'number', declined: 'number' },
  ...{ expiry: 'expiry', expired: 'expiry', cvc: 'cvc' },
  ...{ holder: 'holder', iban: 'iban', iban_digits: 'iban', not_a_test_iban: 'iban', refused: 'iban' },
};

/** The page while a method can be added, with what went wrong before, if anything. */
export function fillable(setup: Setup, payee: string, now: Date, problem?: SetupProblem): HttpAnswer {
  const { locale, customer, kind, expiresAt } = setup;
  const [t, p] = [SETUP_TEXTS[locale], PAGE_TEXTS[locale]];
  const minutes = Math.max(1, Math.ceil((expiresAt.getTime() - now.getTime()) / 60_000));
  const wrong = problem && FIELD[problem];
  const outcome = (declined?: 'declined' | 'insufficient_funds') =>
    !declined ? t.accepted : declined === 'declined' ? t.declined : t.insufficient;
  const card = cardForm({ t: p, button: t.saveCard, wrong, outcome, first: kind === 'card' });
  const bank = bankForm(t, wrong, kind === 'bank');
  const content = html`
<section class="sheet" aria-labelledby="title">
<h1 id="title">${t.title}</h1>
<dl><dt>${t.customer}</dt><dd>${customer.name}</dd><dt>${t.payee}</dt><dd>${payee}</dd></dl>
<p>${t.consent(payee)}</p>
<p class="soft">${t.timeLeft(counted(locale, minutes, MINUTES))}</p>
</section>
${problem && html`<div class="bad" role="alert" id="problem"><p><strong>${t.problemTitle}</strong></p><p>${t.problems[problem]}</p></div>`}
${kind === 'bank' ? [bank, card] : [card, bank]}
<form method="post"><button class="quiet" name="action" value="cancel">${t.cancel}</button></form>
`;
  return answer(problem ? 422 : 200, locale, t.title, content);
}

function bankForm(t: SetupTexts, wrong: string | undefined, first: boolean): Html {
  return html`
<form class="sheet" method="post" autocomplete="off" aria-labelledby="account">
<h2 id="account">${t.bank}</h2>
<label for="holder">${t.holder}</label>
<input id="holder" name="holder" maxlength="100" required${fieldState('holder', wrong, first)}>
<label for="iban">${t.iban}</label>
<input id="iban" name="iban" maxlength="60" required placeholder="PL00 0000 0000 0000 0000 0000 0000"${fieldState('iban', wrong)}>
<button name="action" value="bank">${t.saveBank}</button>
<table><caption>${t.testAccounts}</caption>
${Object.entries(TEST_IBANS).map(
  ([iban, { declined }]) => html`<tr><th scope="row">${iban.replace(/(.{4})(?=.)/g, '$1 ')}</th>
<td>${declined ? t.accountDeclined : t.accountAccepted}</td></tr>
`,
)}</table>
</form>`;
}

const nameOf = (t: SetupTexts, { brand, last4 }: NonNullable<Setup['added']>): string =>
  `${brand ? brand[0]!.toUpperCase() + brand.slice(1) : t.bank} •••• ${last4}`;

/** The page once nothing can be done on it any more. */
export function over({ locale, added, customer }: Setup, state: Exclude<Setup['status'], 'open'>): HttpAnswer {
  const t = SETUP_TEXTS[locale];
  const { title, text } = t.ended[state];
  const content = html`
<section class="sheet" aria-labelledby="title">
<h1 id="title">${title}</h1>
<p>${text}</p>
<dl><dt>${t.customer}</dt><dd>${customer.name}</dd>${added && html`<dt>${t.method}</dt><dd>${nameOf(t, added)}</dd>`}</dl>
<p><strong>${PAGE_TEXTS[locale].close}</strong></p>
</section>
`;
  return answer(state === 'done' ? 200 : 410, locale, title, content);
}
