import type { Finder, Found } from '../kit/finder.ts';
import { maskCardNumbers } from '../lib/card-numbers.ts';
import { CodedError } from '../lib/errors.ts';
import type { Locale } from '../lib/locale.ts';
import type { ChatUser } from '../portal/identity.ts';
import { outOfTurn } from './context.ts';
import type { Engine } from './engine.ts';
import { cleanText } from './event.ts';
import { refusal } from './refusals.ts';
import { SEARCH_TEXTS } from './search-texts.ts';
import { TEXTS } from './texts.ts';

/** As much of what is typed as a search needs. */
const LONGEST = 200;

/** What was found, or a plain sentence why there is nothing, in the person's language. */
type Searched = { locale: Locale } & ({ found: readonly Found[] } | { says: string });

/**
 * The second, short way of a turn (shared/ARCHITECTURE.md): finds what may be put before others, while somebody writes to
 * them. It waits for nobody's turn, changes nothing and keeps nothing of what was typed.
 * @param hint what to speak when the person has set no language
 */
export type Search = (user: ChatUser, typed: string, hint: Locale) => Promise<Searched>;

/** What a portal has to tell for a search: what the person may not do, which role that takes and who has it. */
interface Explains {
  access: { explain(input: object): Promise<{ notHeld: readonly { permission: string }[] }> };
}

export const createSearch =
  <P extends Explains>(engine: Engine<P>, finder: Finder<P>): Search =>
  async (user, typed, hint) => {
    const met = await engine.recognise(user, hint);
    if (!met.known) {
      const says = met.why === 'no_access' ? TEXTS[hint].noAccess : SEARCH_TEXTS[hint].notLinked;
      return { locale: hint, says };
    }
    const { locale } = met.who.principal;
    if (!met.who.chosen) return { locale, says: SEARCH_TEXTS[locale].whichAccount };
    const whole = cleanText(typed);
    // Before it is cut: half a card number would not be known for one.
    if (maskCardNumbers(whole).found) return { locale, says: SEARCH_TEXTS[locale].cardNumber };
    const text = whole.slice(0, LONGEST);
    const ctx = outOfTurn(engine, met.who, user.channel);
    const missing = (await ctx.portal.access.explain({})).notHeld.find(
      ({ permission }) => permission === finder.permission,
    );
    if (missing)
      return { locale, says: refusal(locale, new CodedError('forbidden', 'role_needed', { ...missing })).text };
    const sentence = `${finder.subject[locale]} ${text}`;
    const slots = text ? (engine.understand(sentence, { today: ctx.today, locale }).wishes[0]?.slots ?? {}) : {};
    const found = await finder.find(ctx, { text, slots });
    return found.length > 0 ? { locale, found } : { locale, says: finder.nothing(locale, text) };
  };
