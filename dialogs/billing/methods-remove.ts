import type { FrameSlots, Resolution } from '../../src/kit/dialog.ts';
import type { Localized } from '../../src/lib/locale.ts';
import type { Removal } from '../../src/portal/billing/removal.ts';
import type { MethodView } from '../../src/portal/payments/method-view.ts';
import { type Context, defineDialog, slot } from '../define.ts';
import { pickMethod } from './method-slot.ts';
import { methodInFull, methodInside } from './words.ts';

/** As many other defaults stand beside the confirmation without crowding it. */
const OTHERS = 2;

interface RemoveTexts {
  ask(what: string): string;
  heir(name: string): string;
  noHeir: string;
  yes(name: string): string;
  other(name: string): string;
  done(name: string): string;
  now(name: string): string;
  noUndo(name: string): string;
}

const WHICH = {
  en: { ask: 'Which payment method would you like to remove?', none: 'There is no payment method on file to remove.' },
  pl: { ask: 'Którą metodę płatności usunąć?', none: 'Na koncie nie ma metody płatności do usunięcia.' },
};

/** A method to be removed, and the one that is to take a default's place; a button names both in `ref`. */
type Wanted = Removal & { heir?: MethodView };

/** Takes a method off file; where it is the default, it is said and can be chosen which takes its place. */
export const removeMethod = defineDialog({
  intent: 'billing.methods.remove',
  permission: 'billing.change',
  title: { en: 'Remove a payment method', pl: 'Usuń metodę płatności' },
  slots: {
    removal: slot<Wanted>({
      takes: ['method', 'ordinal', 'ref'],
      resolve: wanted,
      ask: ({ locale }) => ({ text: WHICH[locale].ask, awaiting: 'method' }),
    }),
  },
  texts: {
    en: {
      ask: (what) => `Remove ${what} from your account? It can’t be charged any more then.`,
      heir: (name) => `It is the default; its place is taken by ${name}.`,
      noHeir: 'It is the default, and no other method on file can be charged, so none is offered first then.',
      yes: (name) => `Remove ${name}`,
      other: (name) => `New default: ${name}`,
      done: (name) => `I removed ${name}; it can’t be charged any more.`,
      now: (name) => `The default is ${name} now.`,
      noUndo: (name) => `I can’t put ${name} back, but you can add it again on the payment provider’s page.`,
    },
    pl: {
      ask: (what) => `Usunąć z konta: ${what}? Nie będzie można nią więcej płacić.`,
      heir: (name) => `To metoda domyślna; jej miejsce zajmie: ${name}.`,
      noHeir: 'To metoda domyślna, a innej, którą można obciążyć, nie ma, więc żadna nie będzie domyślna.',
      yes: (name) => `Usuń: ${name}`,
      other: (name) => `Nowa domyślna: ${name}`,
      done: (name) => `Usunięta metoda płatności: ${name}. Nie można nią więcej płacić.`,
      now: (name) => `Domyślna jest teraz: ${name}.`,
      noUndo: (name) =>
        `Usuniętej metody (${name}) nie da się stąd przywrócić, ale można ją dodać ponownie na stronie operatora płatności.`,
    },
  } satisfies Localized<RemoveTexts>,
  confirm({ locale }, { removal: { method, neededBy, heirs, heir } }, t) {
    // What is needed the portal refuses to remove, and says for what.
    if (neededBy.payments.length + neededBy.dues.length > 0) return undefined;
    const name = methodInside(locale, method);
    const place = heir ? [t.heir(methodInside(locale, heir))] : method.isDefault ? [t.noHeir] : [];
    const others = heirs.filter(({ id }) => id !== heir?.id).slice(0, OTHERS);
    return {
      text: [t.ask(methodInFull(locale, method)), ...place].join(' '),
      shows: { id: method.id, isDefault: method.isDefault, heir: heir?.id ?? null },
      yes: t.yes(name),
      danger: true,
      instead: others.map((other) => ({
        label: t.other(methodInside(locale, other)),
        action: { do: 'fill', slots: { ref: `${method.id},${other.id}` } },
      })),
    };
  },
  async run({ portal, locale }, { removal }, { texts: t, key }) {
    const wish = { id: removal.method.id, ...(removal.heir && { heir: removal.heir.id }) };
    const { method, heir } = await portal.billing.removeMethod({ key, ...wish });
    const name = methodInside(locale, method);
    const text = [t.done(name), ...(heir ? [t.now(methodInside(locale, heir))] : [])].join(' ');
    return { replies: [{ text }], undo: { impossible: t.noUndo(name) } };
  },
});

async function wanted(ctx: Context, said: FrameSlots): Promise<Resolution<Wanted>> {
  const [ref, heirId] = said.ref?.split(',') ?? [];
  const methods = await ctx.portal.billing.choose({});
  const which = { ...WHICH[ctx.locale], fits: () => true };
  const { ref: _pair, ...words } = said;
  const found = pickMethod(ctx, ref ? { ref } : words, methods, which);
  if (!('value' in found)) return found;
  const removal = await ctx.portal.billing.removal({ id: found.value.id });
  const heir = removal.heirs.find(({ id }) => id === heirId) ?? removal.heirs[0];
  const pinned = { ref: heirId ? `${removal.method.id},${heirId}` : removal.method.id };
  return { value: { ...removal, ...(heir && { heir }) }, pinned };
}
