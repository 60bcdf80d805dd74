import type { Draft } from '../kit/dialog.ts';
import type { Locale } from '../lib/locale.ts';
import type { Recognised } from '../portal/identity.ts';
import { stateAfter } from './begin.ts';
import { bind, named } from './bind.ts';
import { directOf, type Engine } from './engine.ts';
import { type OutgoingReply, OWN_ACCOUNT, type TurnEnd, type Work } from './store.ts';
import type { Turn } from './tools.ts';

/** What a turn leaves behind: the state, what was said with its buttons, and where each of it goes. */
export function leftBehind<P>(engine: Engine<P>, turn: Turn<P>) {
  const { event, seq } = turn.work;
  // A channel may answer all that is said elsewhere in the direct messages: then it is there already.
  const place = event.shared ? directOf(engine, event.user, event.address) : undefined;
  const direct = place?.conversation === event.conversation ? undefined : place;
  const replies = turn.said.map(({ key, draft, frame, offered, who }): OutgoingReply => {
    const several = who.chosen && who.accounts.length > 1;
    const shown = several ? named(draft, turn.texts.forAccount(who.account.name)) : draft;
    return {
      ...bind(engine.ids, key, shown, { ...(frame && { frame }), ...(offered && { offered }) }),
      person: personOf(who),
      ...(direct && !frame && stays(shown) && { place: direct }),
    };
  });
  if (replies.some(({ place }) => place)) {
    replies.push(bind(engine.ids, `${seq}.elsewhere`, { text: turn.texts.sentDirectly }));
  }
  const { spent, accountChosen, away } = turn;
  return {
    state: stateAfter(turn),
    replies,
    spent: [...spent],
    ...(!away && { person: personOf(turn.who) }),
    ...(accountChosen && { expirePresses: { sparing: OWN_ACCOUNT } }),
  };
}

/** What others who read along never see and the person will want to find again: files, and cards that change later. */
const stays = ({ audience = 'person', about, files = [] }: Draft) =>
  audience === 'person' && (about !== undefined || files.length > 0);

const personOf = ({ principal: { accountId, contactId } }: Recognised) => ({ accountId, contactId });

/** What is written at a turn's end. */
export function ending<P>(
  { clock }: Engine<P>,
  work: Work,
  locale: Locale,
  left: Pick<TurnEnd, 'state' | 'replies'> & Partial<TurnEnd>,
): TurnEnd {
  return { spent: [], ...left, work, version: work.version, at: clock.now(), locale };
}
