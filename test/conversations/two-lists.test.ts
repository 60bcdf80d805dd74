import { describe, expect, it } from 'vitest';
import type { Shown } from '../../src/kit/dialog.ts';
import { listOf, showNext } from '../../src/kit/shown.ts';
import { testDatabase } from '../support/database.ts';
import { portalWorld } from '../support/portal.ts';
import { talkIn } from '../support/talk.ts';

const world = await portalWorld(await testDatabase());

describe('a row that is meant of the list before the last', () => {
  it('is found where the wish takes that kind of thing and one other list was shown since', async () => {
    const account = await world.account({ ann: ['finance', 'technical'], mia: ['management'] });
    await account.invoice({ number: 'INV-1', dueOn: '2026-10-01', total: '10.00' });
    await account.invoice({ number: 'INV-2', dueOn: '2026-10-02', total: '20.00' });
    const talk = await talkIn(world);
    const ann = await talk.person(account, 'ann');
    await ann.says('show my overdue invoices');
    await ann.says('show who has access');
    await ann.says('show the second invoice');
    expect(ann.last().reply.text).toContain('INV-2');
  });

  it('is forgotten once a third kind was shown', () => {
    const list = (kind: Shown['kind']): Shown => ({ kind, intent: 'help.menu', slots: {}, refs: [kind] });
    const third = showNext(showNext(showNext(undefined, list('invoice')), list('person')), list('order'));
    expect(listOf(third, 'order')?.refs).toEqual(['order']);
    expect(listOf(third, 'person')?.refs).toEqual(['person']);
    expect(listOf(third, 'invoice')).toBeUndefined();
    expect(listOf(showNext(third, list('order')), 'person')?.refs).toEqual(['person']);
  });
});
