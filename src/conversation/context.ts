import type { AnyDialog, Context, Shown } from '../kit/dialog.ts';
import type { Help } from '../kit/help.ts';
import { dateIn } from '../lib/dates.ts';
import { CodedError } from '../lib/errors.ts';
import type { Recognised } from '../portal/identity.ts';
import type { ChannelName } from './channel.ts';
import type { Engine } from './engine.ts';

interface Around<P> {
  portal: P;
  now: Date;
  dialogs: readonly AnyDialog<P>[];
  help: Help;
  shown?: Shown | undefined;
  history: Context<P>['history'];
  chooseAccount: Context<P>['chooseAccount'];
  /** Only a turn has somebody to send a code for. */
  askCode?: Context<P>['askCode'];
}

/** What a dialog sees for a recognised person: today is the account's, moments are shown in the person's zone. */
export function contextFor<P>(who: Recognised, { now, shown, askCode, ...around }: Around<P>): Context<P> {
  return {
    ...around,
    askCode: askCode ?? inNoTurn,
    now,
    locale: who.principal.locale,
    timeZone: who.principal.timeZone,
    today: dateIn(who.account.timeZone, now),
    person: who.person,
    account: who.account,
    accounts: who.accounts,
    ...(shown && { shown }),
  };
}

async function inNoTurn(): Promise<never> {
  throw new CodedError('internal', 'out_of_turn');
}

/** The world of somebody outside a turn: nothing can be chosen in it, and nothing was said. */
export const outOfTurn = <P>(engine: Engine<P>, who: Recognised, via: ChannelName, shown?: Shown): Context<P> =>
  contextFor(who, {
    portal: engine.openPortal(who.principal, via),
    now: engine.clock.now(),
    dialogs: engine.repertoire.dialogs,
    help: engine.help,
    shown,
    history: async () => [],
    chooseAccount: async () => undefined,
  });
