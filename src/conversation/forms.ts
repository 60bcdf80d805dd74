import type { Field, Reply } from '../kit/card.ts';
import type { AnyDialog } from '../kit/dialog.ts';
import { maskCardNumbers } from '../lib/card-numbers.ts';
import type { Locale } from '../lib/locale.ts';
import type { ChatUser } from '../portal/identity.ts';
import { outOfTurn } from './context.ts';
import type { Engine } from './engine.ts';
import { cleanText } from './event.ts';
import { formSlots } from './form.ts';
import type { ConversationState, Frame } from './state.ts';
import { OWN_ACCOUNT, type StoredPress } from './store.ts';
import { TEXTS } from './texts.ts';
import { refill } from './tools.ts';
import { wrongFields } from './wrong-fields.ts';

/** A form to be shown apart from the message it belongs to. */
export interface OpenForm {
  locale: Locale;
  /** The dialog's name, e.g. "Invite a colleague"; it may be too long for a platform. */
  title?: string;
  /** What is asked, in words. */
  intro: string;
  fields: readonly Field[];
  submit: string;
}

/** What stands behind a form's button; `state` is the conversation's, read without waiting for its turn. */
export interface StoredForm {
  press: StoredPress;
  reply: Reply<string>;
  state: ConversationState;
  locale: Locale;
}

/** src/db implements it. */
export interface FormStore {
  /** By the press that submits it; undefined where there is none (any more). */
  find(press: string): Promise<StoredForm | undefined>;
}

/**
 * The second, short way of a turn (shared/ARCHITECTURE.md): shows a form, and tells at once what is wrong with what was
 * filled in. It waits for nobody's turn and changes nothing; the turn that follows checks everything again.
 */
export interface Forms {
  /** The form that a press submits, for the person it was shown to; undefined for anybody else, and once it is over. */
  open(press: string, user: ChatUser): Promise<OpenForm | undefined>;
  /** What is wrong, a sentence by field; nothing where only the turn can tell. */
  check(press: string, user: ChatUser, values: Readonly<Record<string, string>>): Promise<Record<string, string>>;
}

export function createForms<P>(engine: Engine<P>, store: FormStore): Forms {
  /** The form where it still stands for this person, and the dialog it starts or goes on with. */
  async function standing(press: string, user: ChatUser) {
    const form = await store.find(press);
    if (!form || form.press.used) return undefined;
    const { accountId, contactId, outboxKey, action } = form.press;
    const own = outboxKey.startsWith(OWN_ACCOUNT) ? accountId : undefined;
    const met = await engine.recognise(user, form.locale, own);
    if (!met.known || !met.who.chosen || met.who.person.id !== contactId) return undefined;
    const asking = frameOf(form);
    // What asked by it is over: it was answered, left, or asked again.
    if (action.frame && !asking) return undefined;
    const frame = action.do === 'start' ? undefined : asking;
    const dialog = engine.byIntent.get(action.do === 'start' ? action.intent : (frame?.dialog ?? 'none'));
    return dialog && { ...form, who: met.who, dialog, ...(frame && { frame }) };
  }

  return {
    async open(press, user) {
      const at = await standing(press, user);
      const block = at && formOf(at, press);
      if (!block) return undefined;
      const { locale } = at.who.principal;
      const title = at.dialog.title?.[locale];
      return {
        locale,
        ...(title && { title }),
        intro: at.reply.text,
        fields: block.fields,
        submit: block.submit.label,
      };
    },
    async check(press, user, values) {
      const at = await standing(press, user);
      if (!at) return {};
      const withCards = cardsIn(values, at.who.principal.locale);
      if (Object.keys(withCards).length > 0) return withCards;
      const { shown } = at.state;
      const ctx = outOfTurn(engine, at.who, user.channel, shown);
      const wrong = await wrongFields(ctx, at.dialog, filled(at, values), Object.keys(values));
      const { fieldMissing } = TEXTS[at.who.principal.locale];
      const blank = formOf(at, press)?.fields.filter(
        ({ name, required }) => required && !cleanText(values[name] ?? ''),
      );
      return { ...wrong, ...Object.fromEntries((blank ?? []).map(({ name }) => [name, fieldMissing])) };
    },
  };
}

/** The form among what was said with it. */
function formOf({ reply }: StoredForm, press: string) {
  const block = reply.card?.blocks.find((one) => one.type === 'form' && one.submit.action === press);
  return block?.type === 'form' ? block : undefined;
}

/** The dialog that shows the form, in the account worked for or in the one whose card was answered. */
const frameOf = ({ press: { action }, state }: StoredForm): Frame | undefined =>
  [...state.frames, ...(state.away?.frames ?? [])].find(({ id }) => id === action.frame);

/** What the dialog would know with the form's values, as the turn puts it together. */
function filled<P>(
  { dialog, frame, press: { action } }: { dialog: AnyDialog<P>; frame?: Frame; press: StoredPress },
  values: Readonly<Record<string, string>>,
) {
  const own = action.do === 'start' || action.do === 'fill' ? action.slots : undefined;
  const added = { ...own, ...formSlots(values) };
  return frame ? refill(dialog, frame.slots, added) : added;
}

/** Where a card number was filled in (PRODUCT.md section 3): nothing of it is kept. */
function cardsIn(values: Readonly<Record<string, string>>, locale: Locale): Record<string, string> {
  const found = Object.entries(values).filter(([, value]) => maskCardNumbers(cleanText(value)).found);
  return Object.fromEntries(found.map(([name]) => [name, TEXTS[locale].cardInField]));
}
