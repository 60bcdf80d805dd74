import type { Confirmation } from '../../src/kit/dialog.ts';
import type { Locale, Localized } from '../../src/lib/locale.ts';
import type { MethodChoice, MethodView } from '../../src/portal/payments/method-view.ts';
import type { Quote } from '../../src/portal/payments/quote.ts';
import { methodField, waysToPay } from './pay-method.ts';
import { amountField } from './pay-quote.ts';

const TEXTS: Localized<Record<'amount' | 'both' | 'go', string>> = {
  en: { amount: 'Change the amount', both: 'Change amount or method', go: 'Continue' },
  pl: { amount: 'Zmień kwotę', both: 'Zmień kwotę lub metodę', go: 'Dalej' },
};

/**
 * Amount and method in one form, with what would be paid in it. Only one invoice can be paid in part; of several there
 * is no form.
 * @param methods on file; none where the provider's page is all there is: then the amount alone can change
 */
export function changeForm(
  locale: Locale,
  { items: [item, ...others] }: Quote,
  method: MethodChoice,
  methods: readonly MethodView[],
): Confirmation['form'] {
  if (!item || others.length > 0) return undefined;
  const t = TEXTS[locale];
  const ways = waysToPay(methods);
  const choice = ways.length > 1 ? [methodField(locale, ways, method)] : [];
  return {
    type: 'form',
    fields: [amountField(locale, item.available, item.amount), ...choice],
    // The invoice itself: "all that is overdue" may be this one alone now, and others once this is filled in.
    submit: { label: t.go, action: { do: 'fill', slots: { ref: item.id } } },
    open: choice.length > 0 ? t.both : t.amount,
  };
}
