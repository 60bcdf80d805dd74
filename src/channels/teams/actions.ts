import type { IActionSet, IExecuteAction, IOpenUrlAction } from '@microsoft/teams.cards';
import type { Button } from '../../kit/card.ts';
import { TEAMS } from '../limits.ts';
import { chunk } from '../split.ts';
import { title } from './escape.ts';

export type Press = IExecuteAction | IOpenUrlAction;

const STYLE = { primary: 'positive', danger: 'destructive' } as const;

/** A press: the stored command's id goes back as `data.id`. Only a form's own button sends, and so demands, its inputs. */
export function press(source: Button<string>, inputs: 'auto' | 'none' = 'none'): Press {
  if ('url' in source) return { type: 'Action.OpenUrl', title: title(source.label), url: source.url };
  return {
    type: 'Action.Execute',
    title: title(source.label),
    verb: 'press',
    data: { id: source.action },
    ...(source.style && { style: STYLE[source.style] }),
    ...(inputs === 'none' && { associatedInputs: 'none' }),
  };
}

/** Any number of actions, in as many sets as they need. */
export const actionSets = (actions: readonly Press[]): IActionSet[] =>
  chunk(actions, TEAMS.actions).map((some) => ({ type: 'ActionSet', actions: some }));
