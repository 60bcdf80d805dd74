import { describe, expect, it } from 'vitest';
import { openUnderstanding } from '../../src/app/understanding.ts';
import { createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { sqlOn } from '../../src/db/sql.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { testDatabase } from '../support/database.ts';
import { fakeModel } from '../support/fake-model.ts';
import { quietLog } from '../support/log.ts';

const database = await testDatabase();
const model = await fakeModel();
const open = (env: Record<string, string>) =>
  openUnderstanding(readConfig(env), { system: sqlOn(database.pools.system), clock: systemClock, log: quietLog });

describe('the understanding of a service', () => {
  it('is the local engine alone without a language model, and keeps what it did not understand', async () => {
    const { understand, secondLook, learning } = await open({});
    expect(understand('pay invoice 123', { today: '2026-11-22', locale: 'en' }).wishes[0]?.intent).toBe('invoices.pay');
    expect(secondLook).toBeUndefined();
    expect(learning).toBeDefined();
  });

  it('asks the configured server with its key and model, as often as it may', async () => {
    const { understand, secondLook } = await open({
      ...{ OPENAI_BASE_URL: model.url, OPENAI_API_KEY: 'sk-own', OPENAI_MODEL: 'own-7b' },
      MODEL_CALLS_PER_PERSON: '1',
    });
    model.answers({ intent: 'rewards.show' });
    const context = { today: '2026-11-22', locale: 'en' } as const;
    const unsure = { text: 'hm', context, understood: understand('hm', context), person: 'ann' };
    expect(await secondLook?.propose(unsure)).toMatchObject({ by: 'model', wishes: [{ intent: 'rewards.show' }] });
    expect(await secondLook?.propose(unsure)).toBeUndefined();
    expect(model.asked).toHaveLength(1);
    expect(model.asked[0]).toMatchObject({ body: { model: 'own-7b' }, headers: { authorization: 'Bearer sk-own' } });
  });

  it('keeps nothing where that is said', async () => {
    expect((await open({ KEEP_MISUNDERSTOOD: 'false' })).learning).toBeUndefined();
  });

  it('half configured stops the start before any database is touched', async () => {
    const config = readConfig({ AZURE_OPENAI_ENDPOINT: 'https://x.openai.azure.com', DATA_DIR: '/nowhere/at/all' });
    await expect(createApp(config)).rejects.toMatchObject({ reason: 'configuration' });
  });
});
