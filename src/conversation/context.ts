import type { AnyDialog, Context, Shown } from '../kit/dialog.ts';
import { dateIn } from '../lib/dates.ts';
import type { Recognised } from '../portal/identity.ts';

interface Around<P> {
  portal: P;
  now: Date;
  dialogs: readonly AnyDialog<P>[];
  shown?: Shown | undefined;
  history: Context<P>['history'];
  chooseAccount: Context<P>['chooseAccount'];
}

/** What a dialog sees for a recognised person: today is the account's, moments are shown in the person's zone. */
export function contextFor<P>(who: Recognised, { now, shown, ...around }: Around<P>): Context<P> {
  return {
    ...around,
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
