import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../support/database.ts';
import { portalWorld } from '../../support/portal.ts';
import { newKey, refusal } from '../payments/support.ts';
import { mailsOf } from '../people/support.ts';

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

describe('adding to a case', () => {
  it('puts it to the case and tells the support team, for whoever the case is of', async () => {
    const account = await world.account({ tom: ['technical'], ewa: ['management'] });
    const [tom, ewa] = [world.portalFor(account, 'tom'), world.portalFor(account, 'ewa')];
    const { number } = await tom.support.handover({ key: 'h', turns: [] });
    for (let n = 0; n < 2; n++) await tom.support.add({ key: 'a', number, text: 'It is order 88012.' });
    const { rows } = await account.sql.query<{ body: string }>('SELECT body FROM support_case WHERE "accountId" = $1', [
      account.id,
    ]);
    expect(rows).toEqual([{ body: '\n\nTom: It is order 88012.' }]);
    const mails = await mailsOf(account);
    expect(mails).toHaveLength(2);
    expect(mails[1]!.subject).toContain(`[${number}]`);
    expect(mails[1]!.text).toContain('It is order 88012.');
    const missing = refusal('not_found', 'not_found', {});
    await expect(ewa.support.add({ key: newKey(), number, text: 'x' })).rejects.toEqual(missing);
    await expect(tom.support.add({ key: newKey(), number: 'C-9', text: 'x' })).rejects.toEqual(missing);
    const other = await world.account({ zoe: ['finance'] });
    const zoe = world.portalFor(other, 'zoe').support;
    await expect(zoe.add({ key: newKey(), number, text: 'x' })).rejects.toEqual(missing);
    await expect(tom.support.add({ key: newKey(), number, text: ' ' })).rejects.toEqual(
      refusal('invalid', 'bad_input'),
    );
  });
});
