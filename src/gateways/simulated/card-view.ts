import { type Html, html } from '../../lib/html.ts';
import type { PageTexts } from './page-texts.ts';
import { TEST_CARDS } from './tokens.ts';

/** How a field stands: wrong and told so, and where the cursor begins. */
export const fieldState = (name: string, wrong: string | undefined, first = false): Html =>
  html`${wrong === name && html` aria-invalid="true" aria-describedby="problem"`}${(wrong ? wrong === name : first) && html` autofocus`}`;

interface CardForm {
  t: PageTexts;
  /** What its button says. */
  button: string;
  /** The field that was not accepted. */
  wrong: string | undefined;
  /** What each test card leads to here. */
  outcome(declined: 'declined' | 'insufficient_funds' | undefined): string;
  /** The cursor begins here. */
  first: boolean;
}

/** The form of a card, with the numbers that work in a simulation. Nothing typed before is put back into it. */
export function cardForm({ t, button, wrong, outcome, first }: CardForm): Html {
  return html`
<form class="sheet" method="post" autocomplete="off" aria-labelledby="card">
<h2 id="card">${t.card}</h2>
<label for="number">${t.number}</label>
<input id="number" name="number" inputmode="numeric" maxlength="30" required placeholder="4242 4242 4242 4242"${fieldState('number', wrong, first)}>
<div class="pair">
<div><label for="expiry">${t.expiry}</label>
<input id="expiry" name="expiry" inputmode="numeric" maxlength="10" required placeholder="${t.expiryHint}"${fieldState('expiry', wrong)}></div>
<div><label for="cvc">${t.cvc}</label>
<input id="cvc" name="cvc" inputmode="numeric" maxlength="4" required${fieldState('cvc', wrong)}></div>
</div>
<button name="action" value="card">${button}</button>
<p class="soft">${t.testHint}</p>
<table><caption>${t.testCards}</caption>
${Object.entries(TEST_CARDS).map(
  ([number, { brand, declined }]) => html`<tr><th scope="row">${number.replace(/(\d{4})(?=\d)/g, '$1 ')}</th>
<td>${brand}: ${outcome(declined)}</td></tr>
`,
)}</table>
</form>`;
}
