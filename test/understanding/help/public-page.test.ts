import { expect, it } from 'vitest';
import { HELP } from '../../../src/app/folders.ts';
import type { Locale } from '../../../src/lib/locale.ts';
import { plainText } from '../../../src/understanding/help/articles.ts';
import { openHelp } from '../../../src/understanding/help/index.ts';

const help = openHelp({ articlesDir: HELP });

/** What the portal's public page tells, asked for in either language, with what has to stand in the answer. */
const FACTS: readonly [Locale, string, ...RegExp[]][] = [
  ['pl', 'Co to jest Centrum obsługi klienta Oracle?', /opłaca faktury/, /umowami/, /śledzi zamówienia/, /nagród/],
  ['pl', 'Potrzebuję wizualnego przewodnika', /krok po kroku/],
  ['pl', 'Kto ma dostęp?', /zamówieniu lub ofercie/, /adresy osób kontaktowych/, /decydują/],
  ['pl', 'Jakie są typowe rodzaje kontaktów?', /płatnościami i fakturami/, /składa zamówienia/, /nadzoruje decyzje/],
  ['pl', 'Na jakiej podstawie początkowo przyznawany jest dostęp?', /dokumentacji zamówie/, /zapraszać/],
  ['pl', 'Jak uzyskać dostęp do Centrum obsługi klienta?', /główny adres e-mail/, /umową/],
  ['pl', 'Gdzie zobaczę listy faktur?', /zaległe, otwarte i zamknięte/],
  ['pl', 'Jakie są statusy faktur?', /natychmiastowej uwagi/, /Niezapłacona|niezapłacona/, /w pełni opłacona/],
  ['pl', 'Jak wyświetlić szczegóły faktury?', /szczegóły/],
  ['pl', 'Jak wysłać listę faktur pocztą e-mail?', /e-mailem/],
  ['pl', 'Jak zapłacić fakturę w portalu?', /Płaci się od razu tutaj/],
  ['pl', 'Jak zapłacić za odnowienie asysty technicznej?', /oczekujące|czekające/, /odnowieni/],
  ['pl', 'Mam transakcję z wygasłą kartą kredytową, co teraz?', /inną metodę płatności/],
  ['pl', 'Jak zaktualizować osobę kontaktową ds. fakturowania?', /zmień osobę kontaktową/],
  ['pl', 'Gdzie zmienić metody płatności?', /dodaj metodę płatności/],
  ['pl', 'Gdzie są plany powiązane z kontem?', /pokaż nasze plany/],
  ['pl', 'Jak pobrać harmonogram fakturowania subskrypcji?', /CSV/, /PDF/, /ICS/],
  ['pl', 'Jak realizować nagrody?', /asystę techniczną/],
  ['en', 'What is Oracle Customer Center?', /pay invoices/, /contracts/, /track orders/, /rewards/],
  ['en', 'Who has access?', /ordering documents/, /order or a quote/],
  ['en', 'How do I get access to the portal?', /primary e-mail address/, /ordering document/],
  ['en', 'Which statuses can invoices have?', /needs attention now/, /not overdue/, /nothing is left to pay/i],
  ['en', 'How do I pay for pending orders or support renewals?', /renewals/],
  ['en', 'How do I download the subscription billing schedule?', /CSV/],
  ['en', 'Can users invite other users and manage them?', /invite/],
];

it.each(FACTS)('%s: “%s” is answered', async (locale, question, ...facts) => {
  const { article } = await help.find(question, locale);
  for (const fact of facts) expect(article && plainText(article)).toMatch(fact);
});
