import type { Recognised } from '../portal/identity.ts';
import { contextFor } from './context.ts';
import type { Engine } from './engine.ts';
import { askFor, profileOf } from './one-time-code.ts';
import type { ConversationState } from './state.ts';
import type { Session, Work } from './store.ts';
import { TEXTS } from './texts.ts';
import type { Turn } from './tools.ts';

/**
 * A turn about to be served, with the state it meets: that of the account worked for, or, `away`, of another account
 * whose card is being answered (PRODUCT.md section 7).
 */
export function begin<P>(engine: Engine<P>, session: Session, work: Work, who: Recognised, away: boolean): Turn<P> {
  const { event } = work;
  const now = engine.clock.now();
  const locale = who.principal.locale;
  const context = (turn: Pick<Turn<P>, 'who' | 'state'>) =>
    contextFor(turn.who, {
      portal: engine.openPortal(turn.who.principal, event.user.channel),
      now,
      dialogs: engine.repertoire.dialogs,
      help: engine.help,
      shown: turn.state.shown,
      history: () => session.history(turn.who.person.id, 10),
      chooseAccount,
      askCode: async (email, key) =>
        askFor(engine, event.user, await profileOf(engine, event), {
          email,
          locale,
          key: `${event.conversation}:${key}`,
        }),
    });
  const met = away ? stateAway(work.state, who) : stateHome(work.state, who);
  // A release may no longer know a dialog that is open.
  const frames = met.frames.filter(({ dialog }) => engine.byIntent.has(dialog));
  const state = { ...met, frames, language: locale };
  const turn: Turn<P> = {
    ...{ work, who, away, state, locale },
    ctx: context({ who, state }),
    texts: TEXTS[locale],
    dialogs: engine.byIntent,
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
  return turn;

  async function chooseAccount(accountId: string): Promise<void> {
    await engine.chooseAccount(event.user, accountId);
    const again = await engine.recognise(event.user, locale, accountId);
    if (!again.known) return;
    const { shown: _shown, undo: _undo, ...kept } = turn.state;
    const first = !turn.who.chosen;
    turn.state = { ...kept, frames: kept.frames.slice(-1), waiting: first ? kept.waiting : [] };
    turn.accountChosen = !first;
    turn.who = { ...again.who, chosen: true };
    turn.ctx = context(turn);
  }
}

const NOTHING_OPEN = { frames: [], waiting: [] };

/** What stands here for the account worked for; nothing when it was left by somebody as another contact. */
function stateHome(
  { running: _running, away: _away, ...state }: ConversationState,
  who: Recognised,
): ConversationState {
  const theirs = state.contact === undefined || state.contact === who.person.id;
  return theirs ? state : { ...NOTHING_OPEN, closed: state.closed };
}

const stateAway = ({ away, closed }: ConversationState, { account }: Recognised): ConversationState => ({
  ...NOTHING_OPEN,
  closed,
  frames: away?.accountId === account.id ? away.frames : [],
});

/** What the turn leaves behind for the next: of another account only what waits for its answer. */
export function stateAfter<P>({ work, state, who, away }: Turn<P>): ConversationState {
  if (!away) return { ...state, contact: who.person.id };
  const { running: _running, away: _before, ...home } = work.state;
  const open = state.frames.length > 0 && { away: { accountId: who.account.id, frames: state.frames } };
  return { ...home, closed: state.closed, ...open };
}
