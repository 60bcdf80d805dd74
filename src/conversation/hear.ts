import type { Context, Understood } from '../kit/understood.ts';
import type { Engine } from './engine.ts';
import { contextOf } from './interpret.ts';
import type { SecondLooks, Waiting } from './second-looks.ts';
import type { Turn } from './tools.ts';

/** A person's own text as it is understood, by the local engine or after a second look. */
export interface Heard {
  text: string;
  context: Context;
  understood: Understood;
}

/**
 * What the turn's text is understood as; where the local engine is unsure, after a second look, for which the turn has
 * to wait with nothing held. Undefined where there is no text of the person's own, or somebody else's card is answered.
 */
export function hear<P>(engine: Engine<P>, turn: Turn<P>, looks: SecondLooks): Heard | Waiting | undefined {
  const { content } = turn.work.event;
  if (content.type !== 'text' || content.quoted) return undefined;
  const { text } = content;
  const context = contextOf(turn);
  const understood = engine.understand(text, context);
  if (turn.away || !turn.who.chosen) return { text, context, understood };
  const look = looks.at(turn.work.seq, { text, context, understood, person: turn.who.person.id });
  return 'waits' in look ? look : { text, context, understood: look.found ?? understood };
}
