import type { Locale } from '../lib/locale.ts';
import type { Recognised } from '../portal/identity.ts';
import { advance, stale } from './advance.ts';
import { bind, named } from './bind.ts';
import type { Command } from './command.ts';
import { contextFor } from './context.ts';
import type { Engine } from './engine.ts';
import { interpretPress, interpretText } from './interpret.ts';
import { splitCard, withoutDigits } from './split-card.ts';
import type { Session, StoredPress, TurnEnd, Work } from './store.ts';
import { TEXTS } from './texts.ts';
import { say, type Turn, topOf } from './tools.ts';

/** More than this from one person in a minute is not served (PRODUCT.md section 12). */
const PER_MINUTE = 30;

/** Serves one event: who is it, what do they ask for, do it, and leave everything behind in one transaction. */
export async function serve<P>(engine: Engine<P>, session: Session, work: Work): Promise<void> {
  const { event } = work;
  const hint = languageOf(engine, work);
  const press = event.content.type === 'press' ? await session.press(event.content.press) : undefined;
  const proactive = press?.outboxKey.startsWith('notice:') ? press.accountId : undefined;
  const found = await engine.recognise(event.user, hint, proactive);
  const wipe = await splitCard(session, work);
  if (wipe) work.state = withoutDigits(work.state, wipe);
  if (!found.known) {
    const { cardNumber, noAccess, notLinked } = TEXTS[hint];
    const removed = wipe || (event.content.type !== 'too_long' && event.content.cardRemoved);
    const text = `${removed ? `${cardNumber}\n\n` : ''}${found.why === 'no_access' ? noAccess : notLinked}`;
    const reply = bind(engine.ids, `${work.seq}.0`, { text });
    return session.finish(ending(engine, work, hint, { state: work.state, replies: [reply], ...(wipe && { wipe }) }));
  }
  const { turn, chosen } = begin(engine, session, work, found.who);
  if (wipe) say(turn, { text: turn.texts.cardNumber });
  else if (!(await refused(engine, session, turn, press)))
    await advance(turn, await commandsOf(engine, turn, press, found.who.chosen));
  await session.finish(
    ending(engine, work, turn.locale, { ...leftBehind(engine, turn, chosen()), ...(wipe && { wipe }) }),
  );
}

/** What to speak with somebody who has set no language: the chat profile's, else the text's, else what was spoken. */
function languageOf<P>({ understand, clock }: Engine<P>, { event, state }: Work): Locale {
  if (event.profileLocale) return event.profileLocale;
  const before = state.language ?? 'en';
  if (event.content.type !== 'text') return before;
  return understand(event.content.text, { today: clock.now().toISOString().slice(0, 10), locale: before }).language;
}

function begin<P>(engine: Engine<P>, session: Session, work: Work, recognised: Recognised) {
  const { event } = work;
  const now = engine.clock.now();
  let who = recognised;
  const context = () =>
    contextFor(who, {
      portal: engine.openPortal(who.principal, event.user.channel),
      now,
      dialogs: engine.repertoire.dialogs,
      shown: turn?.state.shown ?? work.state.shown,
      history: () => session.history(10),
      async chooseAccount(accountId) {
        await engine.chooseAccount(event.user, accountId);
        const again = await engine.recognise(event.user, who.principal.locale, accountId);
        if (!again.known) return;
        const { shown: _shown, undo: _undo, ...kept } = turn.state;
        turn.state = { ...kept, frames: kept.frames.slice(-1), waiting: who.chosen ? [] : kept.waiting };
        turn.accountChosen = who.chosen;
        who = { ...again.who, chosen: true };
        turn.ctx = context();
      },
    });
  let turn!: Turn<P>;
  const { running: _running, ...state } = work.state;
  // A release may no longer know a dialog that is open.
  const frames = state.frames.filter(({ dialog }) => engine.byIntent.has(dialog));
  const locale = who.principal.locale;
  turn = {
    work,
    ctx: context(),
    texts: TEXTS[locale],
    locale,
    dialogs: engine.byIntent,
    state: { ...state, frames, language: locale },
    said: [],
    spent: new Set(),
    started: 0,
    accountChosen: false,
    deliveredAt: (key) => session.deliveredAt(key),
    async mark(frame, values) {
      const before = work.state.running?.seq === work.seq ? work.state.running.frames : {};
      const running = { seq: work.seq, frames: { ...before, [frame.id]: values } };
      await session.mark(work, { ...work.state, running });
      work.state = { ...work.state, running };
    },
  };
  return { turn, chosen: () => who };
}

/** What is answered before anything is understood: too much at once, or a button that is not this person's any more. */
async function refused<P>(
  engine: Engine<P>,
  session: Session,
  turn: Turn<P>,
  press: StoredPress | undefined,
): Promise<boolean> {
  const { event, receivedAt } = turn.work;
  const no = (text: string) => {
    say(turn, { text });
    return true;
  };
  if (event.content.type === 'too_long') return no(turn.texts.tooLong);
  if (event.content.cardRemoved) return no(turn.texts.cardNumber);
  if (event.content.type === 'text') {
    const lately = await session.texts(turn.work, new Date(receivedAt.getTime() - 60_000));
    return lately.length > PER_MINUTE && no(turn.texts.tooFast);
  }
  if (!press || press.conversation !== event.conversation) return no(turn.texts.staleUnknown);
  if (press.contactId !== turn.ctx.person.id) {
    const account = turn.ctx.accounts.find(({ id }) => id === press.accountId);
    engine.log.info({ conversation: event.conversation }, 'refused a press of another person or account');
    return no(account ? turn.texts.otherAccount(account.name) : turn.texts.notYours);
  }
  if (!press.used) return false;
  if (press.action.frame) stale(turn, press.action.frame);
  else say(turn, { text: turn.texts.staleUnknown });
  return true;
}

async function commandsOf<P>(
  engine: Engine<P>,
  turn: Turn<P>,
  press: StoredPress | undefined,
  chosen: boolean,
): Promise<Command[]> {
  const { content } = turn.work.event;
  const commands =
    press && content.type === 'press'
      ? [interpretPress(press, content.values)]
      : content.type === 'text'
        ? interpretText(turn, engine.understand, content.text)
        : [];
  return chosen ? commands : accountFirst(turn, commands);
}

/** Nothing of any account before somebody of several has said for which: all else waits for that answer. */
function accountFirst<P>(turn: Turn<P>, commands: readonly Command[]): Command[] {
  const choosing = topOf(turn.state)?.dialog === 'account.switch';
  const isChoice = (command: Command) =>
    command.do === 'start' ? command.intent === 'account.switch' : choosing && command.do === 'fill';
  const choice = commands.filter(isChoice);
  const wishes = commands.filter((command) => command.do === 'start' && !isChoice(command));
  const ask: Command = choosing ? { do: 'fill', slots: {} } : { do: 'start', intent: 'account.switch', slots: {} };
  return [...(choice.length > 0 ? choice : [ask]), ...wishes];
}

function leftBehind<P>({ ids }: Engine<P>, turn: Turn<P>, who: Recognised) {
  const several = who.chosen && who.accounts.length > 1;
  const replies = turn.said.map(({ key, draft, frame, offered }) =>
    bind(ids, key, several ? named(draft, turn.texts.forAccount(who.account.name)) : draft, {
      ...(frame && { frame }),
      ...(offered && { offered }),
    }),
  );
  const person = { accountId: who.principal.accountId, contactId: who.principal.contactId };
  const { state, accountChosen } = turn;
  return { state, replies, person, spent: [...turn.spent], ...(accountChosen && { expirePresses: true as const }) };
}

function ending<P>(
  { clock }: Engine<P>,
  work: Work,
  locale: Locale,
  left: Pick<TurnEnd, 'state' | 'replies'> & Partial<TurnEnd>,
): TurnEnd {
  return { spent: [], ...left, work, version: work.version, at: clock.now(), locale };
}
