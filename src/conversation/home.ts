import { type Block, type Button, type Card, mapActions } from '../kit/card.ts';
import type { IntentName } from '../kit/contract.ts';
import type { Action, Context, HomePart, Prompt } from '../kit/dialog.ts';
import { CodedError, isCoded } from '../lib/errors.ts';
import type { Locale } from '../lib/locale.ts';
import type { ChatUser, Recognised, Recognition } from '../portal/identity.ts';
import { outOfTurn } from './context.ts';
import type { Engine } from './engine.ts';
import { HOME_TEXTS } from './home-texts.ts';
import type { Wish } from './state.ts';
import { TEXTS } from './texts.ts';

/** What a portal has to tell for a home page: what the person may do now. */
interface Explains {
  access: { explain(input: object): Promise<{ held: readonly { permission: string }[] }> };
}

/** How many prompts a platform shows at most (Slack: assistant.threads.setSuggestedPrompts). */
const PROMPTS = 4;

export interface Home {
  card: Card<Wish>;
  /** What it speaks. */
  locale: Locale;
}

export interface Homes {
  /**
   * The person's page as it is now (PRODUCT.md sections 10 and 12): what needs attention, by what they may see. Its
   * buttons are wishes, with no more power than typing the same.
   * @param hint what to speak when the person has set no language
   * @throws what the look-up of the person throws: then `brokenHome` stands in
   */
  homeOf(user: ChatUser, hint: Locale): Promise<Home>;
  /** Up to four texts to begin with; none for somebody whose access has ended or who works for no account yet. */
  promptsFor(user: ChatUser, hint: Locale): Promise<{ title: string; message: string }[]>;
  /** What is spoken with the person. */
  localeOf(user: ChatUser, hint: Locale): Promise<Locale>;
}

type Blocks = Block<Wish>[];

export function createHomes<P extends Explains>(engine: Engine<P>): Homes {
  const { first, prompts } = engine.repertoire.home;
  const offers = (held: ReadonlySet<string>, intent: IntentName) => {
    const dialog = engine.byIntent.get(intent);
    return dialog && (!dialog.permission || held.has(dialog.permission)) ? dialog : undefined;
  };

  async function blocksFor(user: ChatUser, found: Recognition, locale: Locale): Promise<Blocks> {
    if (!found.known) return found.why === 'no_access' ? [text(TEXTS[locale].noAccess)] : welcome(locale);
    const { who } = found;
    const t = HOME_TEXTS[locale];
    if (!who.chosen) return whichAccount(who);
    const ctx = outOfTurn(engine, who, user.channel);
    const held = await heldBy(engine, ctx);
    if (!held) return [...greeting(who), text(t.broken)];
    const parts = await attention(engine, ctx, held);
    const buttons = first.flatMap((intent): Button<Wish>[] => {
      const title = offers(held, intent)?.title?.[locale];
      return title ? [{ label: title, action: { intent, slots: {} } }] : [];
    });
    return [
      ...greeting(who),
      { type: 'text', text: t.attention, style: 'heading' },
      ...(parts.length > 0 ? parts : [text(t.nothing)]),
      ...(buttons.length > 0 ? [text([{ b: t.more }]), { type: 'actions', buttons } as const] : []),
    ];
  }

  return {
    async homeOf(user, hint) {
      const found = await engine.recognise(user, hint);
      const locale = found.known ? found.who.principal.locale : hint;
      return { locale, card: { blocks: await blocksFor(user, found, locale) } };
    },

    async promptsFor(user, hint) {
      const found = await engine.recognise(user, hint);
      if (!found.known && found.why === 'no_access') return [];
      const inWords = (some: readonly Prompt[], locale: Locale) =>
        some.slice(0, PROMPTS).map(({ title, message }) => ({ title: title[locale], message: message[locale] }));
      if (!found.known) {
        return inWords(
          prompts.filter(({ intent }) => intent === 'account.link'),
          hint,
        );
      }
      if (!found.who.chosen) return [];
      const ctx = outOfTurn(engine, found.who, user.channel);
      const held = (await heldBy(engine, ctx)) ?? new Set();
      return inWords(
        prompts.filter(({ intent }) => intent !== 'account.link' && offers(held, intent)),
        ctx.locale,
      );
    },

    async localeOf(user, hint) {
      const found = await engine.recognise(user, hint);
      return found.known ? found.who.principal.locale : hint;
    },
  };
}

/** What stands there when it can't be told who the person is. */
export const brokenHome = (locale: Locale): Home => ({
  locale,
  card: { blocks: [text(HOME_TEXTS[locale].broken)] },
});

const text = (of: string | { b: string }[]): Block<Wish> => ({ type: 'text', text: of });

function greeting({ principal, person, account, accounts }: Recognised): Blocks {
  const t = HOME_TEXTS[principal.locale];
  const other = { label: t.otherAccount, action: { intent: 'account.switch', slots: {} } } as const;
  return [
    { type: 'text', text: t.hello(person.name.split(' ')[0] ?? ''), style: 'heading' },
    { type: 'text', text: t.who(person.name, account.name), style: 'muted' },
    ...(accounts.length > 1 ? [{ type: 'actions', buttons: [other] } as const] : []),
  ];
}

/** Somebody nobody knows yet: the button's wish, like any of theirs, begins with making their acquaintance. */
function welcome(locale: Locale): Blocks {
  const t = HOME_TEXTS[locale];
  const connect = { label: t.connect, style: 'primary', action: { intent: 'account.link', slots: {} } } as const;
  return [
    { type: 'text', text: t.welcome, style: 'heading' },
    text(t.connectFirst),
    { type: 'actions', buttons: [connect] },
  ];
}

/** Nothing of any account before somebody of several has said for which (PRODUCT.md section 7). */
function whichAccount({ principal, person, accounts }: Recognised): Blocks {
  const t = HOME_TEXTS[principal.locale];
  const rows = accounts.map(({ id, name }) => ({
    cells: [name],
    actions: [{ label: t.choose, action: { intent: 'account.switch', slots: { ref: id } } } as const],
  }));
  return [
    { type: 'text', text: t.hello(person.name.split(' ')[0] ?? ''), style: 'heading' },
    text(t.which),
    { type: 'table', columns: [{ label: t.account }], rows },
  ];
}

/** What the person may do now; undefined when that could not be read. */
async function heldBy<P extends Explains>({ log }: Engine<P>, ctx: Context<P>): Promise<Set<string> | undefined> {
  try {
    return new Set((await ctx.portal.access.explain({})).held.map(({ permission }) => permission));
  } catch (err) {
    log.error({ err }, 'what somebody may do could not be read for their home page');
    return undefined;
  }
}

/** The parts that have something, one after another, so that a page holds one connection at a time. */
async function attention<P>(engine: Engine<P>, ctx: Context<P>, held: ReadonlySet<string>): Promise<Blocks> {
  const blocks: Blocks = [];
  for (const part of engine.repertoire.home.parts) {
    if (held.has(part.permission)) blocks.push(...(await shown(engine, ctx, part)));
  }
  return blocks;
}

async function shown<P>({ log }: Engine<P>, ctx: Context<P>, part: HomePart<P>): Promise<Blocks> {
  const title = part.title[ctx.locale];
  try {
    const blocks = await part.render(ctx);
    return blocks ? [text([{ b: title }]), ...mapActions({ blocks }, wishOf).blocks] : [];
  } catch (err) {
    // What they may not see (any more) is left out like what they never could.
    if (isCoded(err, 'forbidden')) return [];
    log.error({ err, part: part.title.en }, 'a part of a home page could not be made');
    return [text(HOME_TEXTS[ctx.locale].notLoaded(title))];
  }
}

/** A press on the page as a wish; the confirmation it may stand on elsewhere does not go with it. */
function wishOf(action: Action): Wish {
  if (action.do !== 'start') throw new CodedError('internal', 'home_action', { does: action.do });
  return { intent: action.intent, slots: action.slots ?? {} };
}
