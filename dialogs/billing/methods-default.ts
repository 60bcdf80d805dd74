import type { FrameSlots, Resolution } from '../../src/kit/dialog.ts';
import type { Localized } from '../../src/lib/locale.ts';
import type { MethodView } from '../../src/portal/payments/method-view.ts';
import { type Context, defineDialog, slot } from '../define.ts';
import { pickMethod } from './method-slot.ts';
import { methodInFull, methodInside } from './words.ts';

interface DefaultTexts {
  ask(name: string): string;
  before(name: string): string;
  yes(name: string): string;
  done(name: string): string;
  already(name: string): string;
  noUndo: string;
  moved(name: string): string;
}

const texts: Localized<DefaultTexts> = {
  en: {
    ask: (name) => `Make ${name} the default payment method? It is offered first when you pay.`,
    before: (name) => `The default now is ${name}.`,
    yes: (name) => `Make ${name} the default`,
    done: (name) => `The default is ${name} now; it is offered first when you pay.`,
    already: (name) => `The default is ${name} already, so nothing was changed.`,
    noUndo: 'There was no default before that could be charged. You can make another method the default.',
    moved: (name) => `Somebody has chosen another default since: ${name}. Nothing was changed.`,
  },
  pl: {
    ask: (name) => `Ustawić jako domyślną metodę płatności: ${name}? Przy płaceniu będzie proponowana jako pierwsza.`,
    before: (name) => `Teraz domyślna jest: ${name}.`,
    yes: (name) => `Ustaw jako domyślną: ${name}`,
    done: (name) => `Domyślna metoda płatności to teraz ${name}. Przy płaceniu będzie proponowana jako pierwsza.`,
    already: (name) => `Domyślna metoda płatności to już ${name}, więc nic się nie zmieniło.`,
    noUndo: 'Wcześniej nie było domyślnej metody, którą można obciążyć. Można ustawić jako domyślną inną.',
    moved: (name) => `W międzyczasie ktoś ustawił inną domyślną: ${name}. Nic się nie zmieniło.`,
  },
};

const WHICH = {
  en: {
    ask: 'Which payment method would you like to be the default?',
    none: 'There is no other payment method on file that could be the default.',
  },
  pl: {
    ask: 'Która metoda płatności ma być domyślna?',
    none: 'Na koncie nie ma innej metody płatności, która mogłaby być domyślna.',
  },
};

/** A method, and the default it takes the place of. */
interface Wanted {
  method: MethodView;
  before?: MethodView;
}

/** Makes a method the one that is offered first; undone by the one before. */
export const makeDefault = defineDialog({
  intent: 'billing.methods.default',
  permission: 'billing.change',
  title: { en: 'Choose the default payment method', pl: 'Ustaw domyślną metodę płatności' },
  slots: {
    wanted: slot<Wanted>({
      takes: ['method', 'ordinal', 'ref'],
      resolve: wanted,
      ask: ({ locale }) => ({ text: WHICH[locale].ask, awaiting: 'method' }),
    }),
  },
  texts,
  confirm({ locale }, { wanted: { method, before } }, t) {
    // What needs no change, or can't be the default, the portal says.
    if (method.isDefault || method.expired) return undefined;
    const now = before ? [t.before(methodInside(locale, before))] : [];
    return {
      text: [t.ask(methodInFull(locale, method)), ...now].join(' '),
      shows: { id: method.id, before: before?.id ?? null },
      yes: t.yes(methodInside(locale, method)),
    };
  },
  async run({ portal, locale }, { wanted: { method: chosen } }, { texts: t, key }) {
    const { method, before, changed } = await portal.billing.setDefault({ key, id: chosen.id });
    const name = methodInside(locale, method);
    if (!changed) return { replies: [{ text: t.already(name) }] };
    const undo =
      before && !before.expired
        ? { intent: 'billing.methods.default' as const, slots: { ref: `${before.id},${method.id}` } }
        : { impossible: t.noUndo };
    return { replies: [{ text: t.done(name) }], undo };
  },
});

/** Of a `ref` the second id is the default that is to be taken back: nothing was built on it while it still is. */
async function wanted(ctx: Context, said: FrameSlots): Promise<Resolution<Wanted>> {
  const [ref, expected] = said.ref?.split(',') ?? [];
  const methods = await ctx.portal.billing.choose({});
  const before = methods.find(({ isDefault }) => isDefault);
  if (expected && before && before.id !== expected) {
    return { stop: { text: texts[ctx.locale].moved(methodInside(ctx.locale, before)) } };
  }
  const { ref: _pair, ...words } = said;
  const which = {
    ...WHICH[ctx.locale],
    fits: ({ expired, isDefault }: MethodView) => !expired && !isDefault,
  };
  const found = pickMethod(ctx, ref ? { ref } : words, methods, which);
  if (!('value' in found)) return found;
  const pinned = { ref: said.ref ?? found.value.id };
  return { value: { method: found.value, ...(before && { before }) }, pinned };
}
