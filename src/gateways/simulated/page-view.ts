import { type Html, html } from '../../lib/html.ts';
import { counted } from '../../lib/locale.ts';
import { showMoney } from '../../lib/money.ts';
import { cardForm, fieldState } from './card-view.ts';
import { answer, type HttpAnswer } from './page-layout.ts';
import { BANKS, type FormProblem, MINUTES, PAGE_TEXTS, type PageTexts } from './page-texts.ts';
import type { Page } from './pages.ts';

type Due = NonNullable<Page['due']>;

/** Which field a problem is shown at; a refusal by the bank is about the card's number. */
const FIELD: Record<FormProblem, 'number' | 'expiry' | 'cvc' | 'bank'> = {
  number: 'number',
  check_digit: 'number',
  not_a_test_card: 'number',
  declined: 'number',
  insufficient_funds: 'number',
  expiry: 'expiry',
  expired: 'expiry',
  cvc: 'cvc',
  bank: 'bank',
};

/** The page while it can be paid, with what went wrong before, if anything. */
export function payable(page: Page, due: Due, payee: string, now: Date, problem?: FormProblem): HttpAnswer {
  const { locale } = page;
  const t = PAGE_TEXTS[locale];
  const minutes = Math.max(1, Math.ceil((due.expiresAt.getTime() - now.getTime()) / 60_000));
  const wrong = problem && FIELD[problem];
  const outcome = (declined?: 'declined' | 'insufficient_funds') =>
    !declined ? t.succeeds : declined === 'declined' ? t.declined : t.insufficient;
  const content = html`
<section class="sheet" aria-labelledby="title">
<h1 id="title">${t.title}</h1>
${summary(page, due, payee)}
<p class="soft">${t.timeLeft(counted(locale, minutes, MINUTES))}</p>
</section>
${problem && html`<div class="bad" role="alert" id="problem"><p><strong>${t.problemTitle}</strong></p><p>${t.problems[problem]}</p></div>`}
${cardForm({ t, button: `${t.pay} ${showMoney(locale, due.amount)}`, wrong, outcome, first: true })}
${bankForm(t, wrong)}
<form method="post"><button class="quiet" name="action" value="cancel">${t.cancel}</button></form>
`;
  return answer(problem ? 422 : 200, locale, `${t.title}: ${showMoney(locale, due.amount)}`, content);
}

/** The page once nothing can be done on it any more. */
export function ended(page: Page, state: Exclude<Page['status'], 'open'>, payee: string): HttpAnswer {
  const t = PAGE_TEXTS[page.locale];
  const { title, text } = t.ended[state];
  const content = html`
<section class="sheet" aria-labelledby="title">
<h1 id="title">${title}</h1>
<p>${text}</p>
${page.due && summary(page, page.due, payee)}
${state === 'paid' && html`<dl><dt>${t.paidWith}</dt><dd>${page.paidWith}</dd><dt>${t.reference}</dt><dd>${page.reference}</dd></dl>`}
<p><strong>${t.close}</strong></p>
</section>
`;
  return answer(state === 'paid' ? 200 : 410, page.locale, title, content);
}

function summary(page: Page, due: Due, payee: string): Html {
  const t = PAGE_TEXTS[page.locale];
  return html`<dl>
<dt>${t.amount}</dt><dd class="sum">${showMoney(page.locale, due.amount)}</dd>
<dt>${t.payTo}</dt><dd>${payee}</dd>
<dt>${t.purpose}</dt><dd>${due.description}</dd>
</dl>`;
}

function bankForm(t: PageTexts, wrong: string | undefined): Html {
  return html`
<form class="sheet" method="post" aria-labelledby="transfer">
<h2 id="transfer">${t.bank}</h2>
<label for="bank">${t.chooseBank}</label>
<select id="bank" name="bank" required${fieldState('bank', wrong)}><option value=""></option>
${Object.entries(BANKS).map(([code, name]) => html`<option value="${code}">${name}</option>`)}</select>
<button name="action" value="bank">${t.payByBank}</button>
</form>`;
}
