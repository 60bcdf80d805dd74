import type { Action, Outcome } from '../../src/kit/dialog.ts';
import type { Locale, Localized } from '../../src/lib/locale.ts';
import type { MethodChoice, MethodView } from '../../src/portal/payments/method-view.ts';
import type { Quote } from '../../src/portal/payments/quote.ts';
import type { PaymentView } from '../../src/portal/payments/view.ts';
import type { Context } from '../define.ts';
import { otherMethods } from './methods.ts';

/** Where the page is what the portal offers, it is all there is (no method on file, or everything goes there). */
export async function choosable({ portal }: Context, { method: offered }: Quote): Promise<MethodView[]> {
  return offered && 'page' in offered ? [] : (await portal.payments.methods({})).methods;
}

/** Other methods beside a confirmation, of those that can be chosen. */
export function otherWays(
  locale: Locale,
  methods: readonly MethodView[],
  method: MethodChoice,
): { label: string; action: Action }[] {
  if (methods.length === 0) return [];
  return otherMethods(locale, methods, method).map(({ label, method: other }) => ({
    label,
    action: { do: 'fill' as const, slots: { method: other } },
  }));
}

const NO_UNDO: Localized = {
  en: 'Money that was charged can’t be taken back here. If it was a mistake, a person in billing can arrange a refund: say “talk to a person”.',
  pl: 'Pobranych pieniędzy nie da się stąd cofnąć. Jeśli to pomyłka, zwrot może załatwić konsultant: napisz „chcę porozmawiać z konsultantem”.',
};

/** What waits can be withdrawn (of several, which one is asked); money that moved, or may have, can't be called back. */
export function undoOf(locale: Locale, payments: readonly PaymentView[]): Pick<Outcome, 'undo'> {
  const waiting = payments.filter(({ state }) => state === 'awaiting_approval' || state === 'awaiting_payer');
  const [only] = waiting;
  if (only) return { undo: { intent: 'payments.withdraw', slots: waiting.length === 1 ? { ref: only.id } : {} } };
  return payments.some(({ state }) => state !== 'failed') ? { undo: { impossible: NO_UNDO[locale] } } : {};
}
