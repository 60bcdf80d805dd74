import { createForms } from '../../src/conversation/forms.ts';
import { formStore } from '../../src/db/form-store.ts';
import type { World } from '../support/portal.ts';
import type { Talker } from '../support/talk.ts';
import { homesIn } from './home-office.ts';

export const userOf = ({ userId }: Talker) => ({ channel: 'web' as const, tenantId: 'demo', userId });

/** The forms of the world's conversations, as a channel with modals uses them. */
export function formsIn(world: World) {
  const forms = createForms(homesIn(world).engine, formStore(world.database.pools));
  return {
    opens: (who: Talker, press = formIn(who)) => forms.open(press, userOf(who)),
    checks: (who: Talker, values: Record<string, string>, press = formIn(who)) =>
      forms.check(press, userOf(who), values),
    forms,
  };
}

/** The press that submits the form in the last message. */
export function formIn(who: Talker): string {
  const block = who.last().reply.card?.blocks.find(({ type }) => type === 'form');
  if (block?.type !== 'form') throw new Error('there is no form in the last message');
  return block.submit.action;
}
