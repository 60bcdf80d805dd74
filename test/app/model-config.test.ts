import { describe, expect, it } from 'vitest';
import { modelConfig } from '../../src/app/model-config.ts';
import { readConfig } from '../../src/config.ts';
import { configProblems } from '../support/config-problems.ts';

const read = (env: Record<string, string>) => modelConfig(readConfig(env));
const AZURE = {
  AZURE_OPENAI_ENDPOINT: 'https://contoso.openai.azure.com/',
  AZURE_OPENAI_API_KEY: 'az-secret',
  AZURE_OPENAI_DEPLOYMENT: 'portal-small',
};

const problemsOf = (env: Record<string, string>) => configProblems(() => read(env));

describe('the configuration of the language model', () => {
  it('is absent, and none asked, without a key or a server', () => {
    expect(read({})).toBeUndefined();
  });

  it('is OpenAI with a key alone', () => {
    expect(read({ OPENAI_API_KEY: 'sk-1' })).toEqual({
      ...{ at: 'openai', apiKey: 'sk-1', baseUrl: 'https://api.openai.com/v1', model: 'gpt-4.1-mini' },
    });
  });

  it('is a server of one’s own, which may do without a key', () => {
    const env = { OPENAI_BASE_URL: 'http://127.0.0.1:8000/v1/', OPENAI_MODEL: 'org/small:7b' };
    expect(read(env)).toMatchObject({ at: 'openai', baseUrl: 'http://127.0.0.1:8000/v1', model: 'org/small:7b' });
  });

  it('is a deployment in Azure', () => {
    expect(read({ ...AZURE, OPENAI_API_VERSION: '2025-01-01-preview' })).toEqual({
      ...{ at: 'azure', endpoint: 'https://contoso.openai.azure.com', apiKey: 'az-secret', deployment: 'portal-small' },
      apiVersion: '2025-01-01-preview',
    });
  });

  it('names everything that is missing or one too many, and no value', () => {
    expect(problemsOf({ AZURE_OPENAI_ENDPOINT: AZURE.AZURE_OPENAI_ENDPOINT, OPENAI_API_KEY: 'sk-hidden' })).toEqual([
      'AZURE_OPENAI_API_KEY: missing beside AZURE_OPENAI_ENDPOINT',
      'AZURE_OPENAI_DEPLOYMENT: missing beside AZURE_OPENAI_ENDPOINT',
      'OPENAI_API_KEY: leave it out beside AZURE_OPENAI_ENDPOINT',
    ]);
    expect(problemsOf({ AZURE_OPENAI_API_KEY: 'az-secret' })).toEqual([
      'AZURE_OPENAI_ENDPOINT: missing beside AZURE_OPENAI_API_KEY',
    ]);
    expect(problemsOf({ OPENAI_MODEL: 'gpt-4.1' })).toEqual(['OPENAI_API_KEY: missing beside OPENAI_MODEL']);
    expect(problemsOf({ OPENAI_API_KEY: 'two words', OPENAI_BASE_URL: 'ftp://x', MODEL_CALLS_PER_DAY: '-1' })).toEqual([
      'OPENAI_API_KEY: expected an API key, without spaces',
      'OPENAI_BASE_URL: expected http://… or https://…, as a rule ending with /v1',
      'MODEL_CALLS_PER_DAY: expected a whole number from 0',
    ]);
  });
});
