import type { Draft } from '../kit/dialog.ts';
import type { Understand, Understood } from '../kit/understood.ts';
import type { Locale } from '../lib/locale.ts';
import type { Recognition } from '../portal/identity.ts';
import { advance, stale } from './advance.ts';
import { begin } from './begin.ts';
import { bind } from './bind.ts';
import { cardNumberAnswer } from './card-number.ts';
import type { Command } from './command.ts';
import { connect } from './connect.ts';
import { ending, leftBehind } from './end.ts';
import type { Engine } from './engine.ts';
import type { Event } from './event.ts';
import { type Heard, hear } from './hear.ts';
import { contextOf, interpretPress, interpretQuoted, interpretText } from './interpret.ts';
import { languageOf } from './language.ts';
import { type Lesson, learn, lessonOf } from './learn.ts';
import { takeCode } from './one-time-code.ts';
import type { SecondLooks, Waiting } from './second-looks.ts';
import { splitCard, withoutDigits } from './split-card.ts';
import { OWN_ACCOUNT, type Session, type StoredPress, type Wipe, type Work } from './store.ts';
import { TEXTS } from './texts.ts';
import { say, type Turn, topOf } from './tools.ts';

/** More than this from one person in a minute is not served (PRODUCT.md section 12). */
const PER_MINUTE = 30;

/**
 * Serves one event: who is it, what do they ask for, do it, and leave everything behind in one transaction. A turn that
 * has to wait for a second look at its text has done nothing, and is served again then.
 */
export async function serve<P>(
  given: Engine<P>,
  session: Session,
  work: Work,
  looks: SecondLooks,
): Promise<Waiting | undefined> {
  const engine = { ...given, understand: remembering(given.understand) };
  const { event } = work;
  const hint = await languageOf(engine, work);
  if (event.stranger) return void (await turnAway(engine, session, work, hint));
  const press = event.content.type === 'press' ? await session.press(event.content.press) : undefined;
  const wipe = await splitCard(session, work);
  if (wipe) work.state = withoutDigits(work.state, wipe);
  const known = await turnFor(engine, session, work, hint, press);
  const turn = 'why' in known ? await acquainted(engine, session, work, hint, { why: known.why, wipe }) : known;
  if (!turn) return undefined;
  // Switched in another place, or the account worked for here is closed to them: never silently.
  const other = !turn.away && turn.who.chosen && (work.state.contact ?? turn.who.person.id) !== turn.who.person.id;
  if (other) say(turn, { text: turn.texts.nowFor(turn.who.account.name) });
  let lesson: Lesson | undefined;
  if (wipe) say(turn, cardNumberAnswer(turn));
  else if (!refused(engine, turn, press)) {
    const heard = 'why' in known ? undefined : hear(engine, turn, looks);
    if (heard && 'waits' in heard) return heard;
    const commands = await commandsFor(engine, turn, { press, heard, justKnown: 'why' in known });
    lesson = lessonOf(engine, turn, { press, heard, commands });
    await advance(turn, commands);
  }
  await session.finish(ending(engine, work, turn.locale, { ...leftBehind(engine, turn), ...(wipe && { wipe }) }));
  await learn(engine, lesson);
  return undefined;
}

/** Understanding is pure: a text is looked at once a turn, for its language and for what it asks. */
function remembering(understand: Understand): Understand {
  const known = new Map<string, Understood>();
  return (text, context) => {
    const key = JSON.stringify([text, context]);
    const understood = known.get(key) ?? understand(text, context);
    known.set(key, understood);
    return understood;
  };
}

/**
 * The turn for whoever it is, in the account it acts for: a card's own, else the one worked for. A text goes to what
 * was asked in another account just before only as an answer to it.
 */
async function turnFor<P>(
  engine: Engine<P>,
  session: Session,
  work: Work,
  hint: Locale,
  press: StoredPress | undefined,
): Promise<Turn<P> | Extract<Recognition, { known: false }>> {
  const { event, state } = work;
  const home = await engine.recognise(event.user, hint);
  const asked = event.content.type === 'text' ? state.away?.accountId : undefined;
  const own = press?.outboxKey.startsWith(OWN_ACCOUNT) ? press.accountId : asked;
  const isHome = home.known && home.who.chosen && home.who.account.id === own;
  if (own && !isHome) {
    const away = await engine.recognise(event.user, hint, own);
    if (!away.known && !asked) return away;
    const turn = away.known && begin(engine, session, work, away.who, true);
    if (turn && (!asked || commandsOf(engine, turn, { press }).every(isAnswer))) return turn;
  }
  return home.known ? begin(engine, session, work, home.who, false) : home;
}

/** Somebody nobody knew: their turn once they are known; else they are answered, and there is none. */
async function acquainted<P>(
  engine: Engine<P>,
  session: Session,
  work: Work,
  hint: Locale,
  { why, wipe }: { why: 'not_linked' | 'no_access'; wipe: Wipe | undefined },
): Promise<Turn<P> | undefined> {
  const tooFast = work.event.content.type === 'text' && work.lately > PER_MINUTE;
  const met = tooFast ? { answer: TEXTS[hint].tooFast } : await connect(engine, work, hint, why);
  if ('who' in met && met.who) {
    const turn = begin(engine, session, work, met.who, false);
    say(turn, { text: met.said });
    return turn;
  }
  const removed = wipe || hadCard(work.event);
  const text = `${removed ? `${TEXTS[hint].cardNumber}\n\n` : ''}${met.answer}`;
  // A welcome that comes after what somebody asked for does not take its place.
  const wish = met.wish?.intent === 'help.menu' && work.state.waiting.length > 0 ? undefined : met.wish;
  const state = { ...work.state, language: hint, ...(wish && { waiting: [wish] }) };
  const replies = [bind(engine.ids, `${work.seq}.0`, { text })];
  await session.finish(ending(engine, work, hint, { state, replies, ...(wipe && { wipe }) }));
  return undefined;
}

const isAnswer = (command: Command) => ['fill', 'affirm', 'deny', 'cancel'].includes(command.do);

/** What is answered before anything is understood: too much at once, or a button that is not this person's any more. */
function refused<P>(engine: Engine<P>, turn: Turn<P>, press: StoredPress | undefined): boolean {
  const { event } = turn.work;
  const no = (answer: string | Draft) => {
    say(turn, typeof answer === 'string' ? { text: answer } : answer);
    return true;
  };
  if (event.content.type === 'too_long') return no(turn.texts.tooLong);
  if (hadCard(event)) return no(cardNumberAnswer(turn));
  if (event.content.type === 'text') {
    return turn.work.lately > PER_MINUTE && no(turn.texts.tooFast);
  }
  if (event.content.type !== 'press') return false;
  if (!press) return no(turn.texts.staleUnknown);
  if (press.contactId !== turn.ctx.person.id) {
    const account = turn.ctx.accounts.find(({ id }) => id === press.accountId);
    engine.log.info({ conversation: event.conversation }, 'refused a press of another person or account');
    // Of an account that is none of theirs a button is like one that never was.
    if (!account) return no(turn.texts.staleUnknown);
    return no(account.id === turn.ctx.account.id ? turn.texts.notYours : turn.texts.otherAccount(account.name));
  }
  if (press.conversation !== event.conversation) return no(turn.texts.staleUnknown);
  if (!press.used) return false;
  if (press.action.frame) stale(turn, press.action.frame);
  else say(turn, { text: turn.texts.staleUnknown });
  return true;
}

/** A code that was typed is tried; whoever has just become known gets what they came for, else the menu. */
async function commandsFor<P>(
  engine: Engine<P>,
  turn: Turn<P>,
  { justKnown, ...given }: Given & { justKnown: boolean },
): Promise<Command[]> {
  const { content } = turn.work.event;
  if (content.type !== 'code') {
    const commands = commandsOf(engine, turn, given);
    const rest = justKnown ? commands.filter((command) => !isConnecting(command)) : commands;
    if (rest.length > 0 || commands.length === 0) return rest;
  } else if (!justKnown) {
    const { seq: key } = turn.work;
    const { text } = await takeCode(engine, turn.work.event, { proof: content.proof, key, locale: turn.locale });
    say(turn, { text });
  }
  const menu = justKnown && turn.state.waiting.length === 0;
  const commands: Command[] = menu ? [{ do: 'start', intent: 'help.menu', slots: {} }] : [];
  return turn.who.chosen ? commands : accountFirst(turn, commands);
}

/** To be known, which they are by now: another e-mail would have been named. */
const isConnecting = (command: Command) =>
  command.do === 'start' && command.intent === 'account.link' && command.slots.email === undefined;

/** What is known of an event besides itself: the button that was pressed, or how its text was heard. */
interface Given {
  press: StoredPress | undefined;
  heard?: Heard | undefined;
}

function commandsOf<P>({ understand }: Engine<P>, turn: Turn<P>, { press, heard }: Given): Command[] {
  const { content } = turn.work.event;
  const commands = (): Command[] => {
    if (content.type === 'text')
      return content.quoted
        ? interpretQuoted(turn, understand, content.text)
        : interpretText(turn, heard?.understood ?? understand(content.text, contextOf(turn)), content.text);
    if (content.type === 'wish') return [{ do: 'start', intent: content.intent, slots: content.slots }];
    return press && content.type === 'press' ? [interpretPress(press, content.values)] : [];
  };
  return turn.who.chosen ? commands() : accountFirst(turn, commands());
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

const hadCard = ({ content }: Event) => 'cardRemoved' in content && content.cardRemoved === true;

/** Somebody of another organization who shares a place with ours: told so, and nothing else. */
const turnAway = <P>(engine: Engine<P>, session: Session, work: Work, hint: Locale) => {
  const reply = bind(engine.ids, `${work.seq}.0`, { text: TEXTS[hint].stranger });
  return session.finish(ending(engine, work, hint, { state: work.state, replies: [reply] }));
};
