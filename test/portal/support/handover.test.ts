import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../support/database.ts';
import { portalWorld } from '../../support/portal.ts';

const world = await portalWorld(await testDatabase());

describe('handing over to a person', () => {
  it('opens a numbered case and mails the support team what was said, once per key', async () => {
    const account = await world.account({ tom: ['technical'] });
    const tom = world.portalFor(account, 'tom');
    const turns = [
      { from: 'person' as const, text: 'my order is lost' },
      { from: 'assistant' as const, text: 'I can’t help with that.' },
    ];
    expect(await tom.support.handover({ key: 'k', turns })).toEqual({ number: 'C-1001' });
    expect(await tom.support.handover({ key: 'k', turns })).toEqual({ number: 'C-1001' });
    expect(await tom.support.handover({ key: 'k2', turns: [] })).toEqual({ number: 'C-1002' });
    const { rows } = await account.sql.query<{ to: string; subject: string; text: string }>(
      'SELECT "to", subject, text FROM mail WHERE "accountId" = $1 ORDER BY id',
      [account.id],
    );
    expect(rows).toHaveLength(2);
    expect(rows[0]!.to).toBe(`support@${account.id.slice(0, 8)}.example`);
    expect(rows[0]!.subject).toContain('[C-1001]');
    expect(rows[0]!.text).toContain(account.email('tom'));
    expect(rows[0]!.text).toContain('Tom: my order is lost\n\nAssistant: I can’t help with that.');
    expect(rows[1]!.text).toContain('Nothing was said before.');
    const audit = await account.sql.query('SELECT object FROM audit_record WHERE chain = $1', [account.id]);
    expect(audit.rows).toEqual([{ object: 'case:C-1001' }, { object: 'case:C-1002' }]);
  });
});
