import { passageText } from '../kit/help.ts';
import type { Locale } from '../lib/locale.ts';
import type { Recognised, Recognition } from '../portal/identity.ts';
import type { Profile } from './channel.ts';
import { CONNECT_TEXTS, whom } from './connect-texts.ts';
import type { Engine } from './engine.ts';
import { askFor, profileOf, takeCode, turnedAway } from './one-time-code.ts';
import type { Wish } from './state.ts';
import type { Work } from './store.ts';
import { TEXTS } from './texts.ts';

/** What became of somebody nobody knew: an answer, or somebody known from now on and how that is said. */
export type Connection =
  /** `wish`: what they came for, kept for when they are known. */
  | { who?: never; answer: string; wish?: Wish }
  /** By their directory: what they wrote is served as if they had been known. By a code: nothing is left of it to serve. */
  | { who: Recognised; said: string; by: 'directory' | 'code' };

type Unknown = Extract<Recognition, { known: false }>['why'];

/**
 * Serves somebody who is no contact here (PRODUCT.md section 7): linked by their directory where it is trusted, else by
 * a one-time code to the e-mail they name. Strangers, guests and programs never are.
 * @param hint what to speak
 */
export async function connect<P>(engine: Engine<P>, work: Work, hint: Locale, why: Unknown): Promise<Connection> {
  const { user, shared, content } = work.event;
  const t = CONNECT_TEXTS[hint];
  // A button of what they had is dead, whatever else they may become.
  if (why === 'no_access' && content.type === 'press') return { answer: TEXTS[hint].noAccess };
  const profile = await profileOf(engine, work.event);
  const away = turnedAway(hint, profile);
  if (away) return { answer: away };
  const known = await byDirectory(engine, work, hint, profile);
  if (known) return known;
  const { seq: key } = work;
  if (content.type === 'code') {
    const { text, linked } = await takeCode(engine, work.event, { proof: content.proof, key, locale: hint });
    const found = linked ? await engine.recognise(user, hint) : undefined;
    return found?.known ? { who: found.who, said: text, by: 'code' } : { answer: text };
  }
  if (shared) return { answer: why === 'no_access' ? TEXTS[hint].noAccess : t.directly };
  const { email, wish } = saidBy(engine, work, hint);
  if (email) return { answer: await askFor(engine, user, profile, { email, locale: hint, key }) };
  if (why === 'no_access') return { answer: `${TEXTS[hint].noAccess} ${t.emailChanged}` };
  const helped = wish?.intent === 'help.ask' && (await helpFor(engine, hint, wish.slots.question ?? ''));
  return helped ? { answer: helped } : { answer: t.hello, ...(wish && { wish }) };
}

/** The help is nobody's data: whoever asks how to get in is told. Without a language model, whose calls are people's. */
async function helpFor<P>({ help }: Engine<P>, locale: Locale, question: string): Promise<string | undefined> {
  const { article } = await help.find(question, locale);
  const { help: heading, unknown } = CONNECT_TEXTS[locale];
  return article && [heading(article.title), ...article.passages.map(passageText), unknown].join('\n\n');
}

async function byDirectory<P>(
  engine: Engine<P>,
  { event: { user } }: Work,
  hint: Locale,
  { email, tenantName }: Profile,
): Promise<Connection | undefined> {
  if (!email) return undefined;
  const linked = await engine.identity.linkByDirectory(user, email, tenantName);
  if (linked.length === 0) return undefined;
  const found = await engine.recognise(user, hint);
  if (!found.known) return undefined;
  const locale = found.who.principal.locale;
  return { who: found.who, said: CONNECT_TEXTS[locale].byDirectory(whom(locale, linked)), by: 'directory' };
}

/** The e-mail somebody gives as their own, or what they wish for instead; of another's words neither. */
function saidBy<P>({ understand, clock }: Engine<P>, { event: { content } }: Work, locale: Locale) {
  if (content.type === 'wish') return fromWish(content);
  if (content.type !== 'text' || content.quoted) return {};
  const today = clock.now().toISOString().slice(0, 10);
  const { decision, wishes } = understand(content.text, { today, locale, awaiting: 'email', dialog: 'account.link' });
  const said = wishes[0] ? fromWish(wishes[0]) : {};
  // Unsure or not, an address is an address; a wish that had to be asked about is not kept.
  return decision === 'act' || said.email ? said : {};
}

function fromWish({ intent, slots }: Wish): { email?: string; wish?: Wish } {
  if (intent === 'account.link' || intent === 'dialog.fill') return slots.email ? { email: slots.email } : {};
  return /^(dialog|smalltalk|none)/.test(intent) ? {} : { wish: { intent, slots } };
}
