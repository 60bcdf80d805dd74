import { CARD_MASK, maskCardNumbers } from '../lib/card-numbers.ts';
import { CodedError, isCoded } from '../lib/errors.ts';
import { codeIn } from '../lib/link-code.ts';
import { bind } from './bind.ts';
import { directOf, type Engine } from './engine.ts';
import { cleanText, type Event, eventSchema } from './event.ts';
import { type SecondLooks, secondLooks, type Waiting } from './second-looks.ts';
import { type SenderDeps, sendWaiting } from './sender.ts';
import { sequences } from './sequences.ts';
import type { ConversationStore, Session, Work } from './store.ts';
import { TEXTS } from './texts.ts';
import { serve } from './turn.ts';

/** After this many failed tries an event is given up with an apology, so that it does not hold its conversation. */
const TRIES = 3;

export interface Conversations {
  /**
   * Takes an event in: card numbers out, one insert, then it is served when its turn comes. Resolves once it is
   * durable; false when the platform repeated it. The caller answers the platform then.
   * @param abandoned asked once it is durable: whether the person was told meanwhile that nothing is done, so that
   *   nothing is
   */
  receive(key: string, event: Event, abandoned?: () => boolean): Promise<boolean>;
  /**
   * Takes in that a message was edited: it counts while it still waits (PRODUCT.md section 8). Later only a card number
   * written into it does, so that its writer is told. `key` is the message's own.
   */
  amend(key: string, event: Event): Promise<void>;
  /** Takes in that a message was deleted: one that nothing was done for yet is not served. */
  withdraw(key: string): Promise<void>;
  /** Sends what waits in these conversations' outbox, soon. */
  deliver(conversations: readonly string[]): void;
  /** Serves and sends whatever was left, e.g. by a crash; called at start and by a job. */
  recover(): Promise<void>;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
}

/** Turns of one conversation in order, of different ones at once; replies leave as soon as their turn is committed. */
export function createConversations<P>(
  engine: Engine<P>,
  store: ConversationStore,
  sending: SenderDeps,
  /** Turns and sendings at once; each holds one connection of the system's pool. */
  atOnce: number,
): Conversations {
  const kept = (event: Event): Event => {
    const parsed = eventSchema.safeParse(event);
    if (!parsed.success) throw new CodedError('invalid', 'event');
    return withoutCards(withoutCode(engine, parsed.data));
  };
  const onError = (err: unknown, conversation: string) =>
    engine.log.error({ err, conversation }, 'a conversation could not be served; it is tried again later');
  const looks = secondLooks(engine.secondLook);
  const waiting = new Set<Promise<void>>();
  const turns = sequences(atOnce, serveAll, onError);
  const sends = sequences(atOnce, sendAll, onError);

  async function serveAll(conversation: string): Promise<void> {
    let later: Waiting | undefined;
    await store.exclusively(conversation, async (session) => {
      for (let work = await session.next(); work; work = await session.next()) {
        later = await serveOne(engine, session, work, looks);
        if (later) return;
        sends.run(conversation);
        const direct = work.event.shared && directOf(engine, work.event.user);
        if (direct) sends.run(direct.conversation);
      }
    });
    if (later) serveAfter(later.waits, conversation);
  }

  /** Others are served meanwhile, and nothing of the database is held. */
  function serveAfter(waits: Promise<void>, conversation: string): void {
    const done = waits.finally(() => {
      waiting.delete(done);
      turns.run(conversation);
    });
    waiting.add(done);
  }

  async function sendAll(conversation: string): Promise<void> {
    const again = await sendWaiting(sending, conversation);
    if (!again) return;
    const wait = Math.max(0, again.getTime() - engine.clock.now().getTime());
    setTimeout(() => sends.run(conversation), wait).unref();
  }

  return {
    async receive(key, event, abandoned) {
      const accepted = await store.accept(key, kept(event), engine.clock.now());
      if (accepted && abandoned?.()) await store.withdraw(key, engine.clock.now());
      else turns.run(event.conversation);
      return accepted;
    },
    async amend(key, event) {
      const safe = kept(event);
      if (await store.amend(key, safe)) return;
      const { content } = safe;
      if (content.type !== 'text' || !content.cardRemoved) return;
      await store.accept(`${key}:${event.at}`, safe, engine.clock.now());
      turns.run(event.conversation);
    },
    withdraw: (key) => store.withdraw(key, engine.clock.now()),
    deliver(conversations) {
      for (const conversation of conversations) sends.run(conversation);
    },
    async recover() {
      for (const conversation of await store.conversationsWaiting()) turns.run(conversation);
      for (const conversation of await sending.outbox.conversationsDue(engine.clock.now())) sends.run(conversation);
    },
    async idle() {
      while (turns.busy() || sends.busy() || waiting.size > 0) {
        await Promise.all([turns.idle(), sends.idle(), ...waiting]);
      }
    },
  };
}

/** Serves one event; a failure is counted, and the last one apologised for. */
async function serveOne<P>(
  engine: Engine<P>,
  session: Session,
  work: Work,
  looks: SecondLooks,
): Promise<Waiting | undefined> {
  try {
    const later = await serve(engine, session, work, looks);
    if (!later) looks.forget(work.seq);
    return later;
  } catch (err) {
    engine.log.error({ err, seq: work.seq, attempts: work.attempts }, 'a turn failed');
    await session.failed(work);
    if (work.attempts + 1 < TRIES && !isCoded(err, 'internal', 'over_limit')) return undefined;
    const locale = work.state.language ?? work.event.profileLocale ?? 'en';
    const reply = bind(engine.ids, `${work.seq}.broken`, { text: TEXTS[locale].broken });
    const fresh = await session.next();
    // Its writer deleted it meanwhile: the next one is not given up in its place.
    if (fresh?.seq !== work.seq) return undefined;
    const at = engine.clock.now();
    const { version, state } = fresh;
    await session.finish({ work: fresh, version, state, at, locale, replies: [reply], spent: [] });
    return undefined;
  }
}

/** Of a one-time code only the proof is kept (PRODUCT.md section 7). */
function withoutCode<P>({ identity }: Engine<P>, event: Event): Event {
  const { content, user } = event;
  const code = content.type === 'text' && !content.quoted ? codeIn(content.text) : undefined;
  return code ? { ...event, content: { type: 'code', proof: identity.proofOf(user, code) } } : event;
}

/** Card numbers are taken out of everything a person can write, before anything is kept (PRODUCT.md section 3). */
function withoutCards(event: Event): Event {
  const { content } = event;
  if (content.type === 'text') {
    const { text, found } = maskCardNumbers(content.text);
    return found ? { ...event, content: { ...content, text, cardRemoved: true } } : event;
  }
  if (content.type === 'wish') {
    // What an invoice's or an order's slot names is no card's: its name says so, as it would in a text.
    const found = Object.entries(content.slots).some(
      ([name, value]) =>
        name !== 'ref' && typeof value === 'string' && maskCardNumbers(`${name} ${cleanText(value)}`).found,
    );
    return found ? { ...event, content: { type: 'text', text: CARD_MASK, cardRemoved: true } } : event;
  }
  if (content.type !== 'press' || !content.values) return event;
  const masked = Object.entries(content.values).map(
    ([name, value]) => [name, maskCardNumbers(cleanText(value))] as const,
  );
  const values = Object.fromEntries(masked.map(([name, { text }]) => [name, text]));
  const found = masked.some(([, value]) => value.found);
  return { ...event, content: { ...content, values, ...(found && { cardRemoved: true as const }) } };
}
