import { isCoded } from '../../src/lib/errors.ts';
import type { Locale } from '../../src/lib/locale.ts';
import type { MethodChoice, MethodView } from '../../src/portal/payments/method-view.ts';
import type { Context } from '../define.ts';
import { methodName } from './words.ts';

/** How a method is said by a button: by its id, or the page. */
export const methodKey = (method: MethodChoice): string => ('page' in method ? 'page' : method.id);

/** The methods on file; none for somebody who may not see them any more. */
export async function methodsOf({ portal }: Context): Promise<MethodView[]> {
  try {
    return (await portal.payments.methods({})).methods;
  } catch (error) {
    if (isCoded(error, 'forbidden')) return [];
    throw error;
  }
}

/** As many other methods as stand beside a confirmation without crowding it. */
const OTHERS = 2;

/** Other ways to pay than `now`, as buttons say them: up to two methods that can be charged, and the page. */
export function otherMethods(
  locale: Locale,
  methods: readonly MethodView[],
  now: MethodChoice,
): { label: string; method: string }[] {
  const usable = methods.filter((method) => !method.expired && method.id !== methodKey(now));
  const ways: MethodChoice[] = [...usable.slice(0, OTHERS), ...('page' in now ? [] : [{ page: true } as const])];
  return ways.map((method) => ({ label: methodName(locale, method), method: methodKey(method) }));
}
