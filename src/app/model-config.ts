import type { Config } from '../config.ts';
import { CodedError } from '../lib/errors.ts';
import type { ModelAccess } from '../lib/model-access.ts';

const OPENAI = 'https://api.openai.com/v1';
const MODEL = 'gpt-4.1-mini';
/** A server of one's own asks for no key, but the libraries do. */
const NO_KEY = 'none';

/**
 * The part of the configuration that is about the language model; undefined where none is asked.
 * @throws CodedError `invalid`, `configuration`, naming everything that is missing or one too many
 */
export function modelConfig(config: Config): ModelAccess | undefined {
  const problems = problemsOf(config);
  if (problems.length > 0) throw new CodedError('invalid', 'configuration', { problems });
  const { AZURE_OPENAI_ENDPOINT: endpoint, OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseUrl } = config;
  if (endpoint) {
    const { AZURE_OPENAI_API_KEY: key = '', AZURE_OPENAI_DEPLOYMENT: deployment = '' } = config;
    return { at: 'azure', endpoint, apiKey: key, deployment, apiVersion: config.OPENAI_API_VERSION };
  }
  if (!apiKey && !baseUrl) return undefined;
  return { at: 'openai', apiKey: apiKey ?? NO_KEY, baseUrl: baseUrl ?? OPENAI, model: config.OPENAI_MODEL ?? MODEL };
}

const OF_OPENAI = ['OPENAI_API_KEY', 'OPENAI_BASE_URL', 'OPENAI_MODEL'] as const;
const OF_AZURE = ['AZURE_OPENAI_API_KEY', 'AZURE_OPENAI_DEPLOYMENT'] as const;

function problemsOf(config: Config): string[] {
  const given = <K extends keyof Config>(names: readonly K[]) => names.filter((name) => config[name] !== undefined);
  const endpoint = config.AZURE_OPENAI_ENDPOINT;
  const problems: string[] = [];
  if (endpoint) {
    const missing = OF_AZURE.filter((name) => config[name] === undefined);
    problems.push(...missing.map((name) => `${name}: missing beside AZURE_OPENAI_ENDPOINT`));
    problems.push(...given(OF_OPENAI).map((name) => `${name}: leave it out beside AZURE_OPENAI_ENDPOINT`));
    return problems;
  }
  const azure = given(OF_AZURE);
  if (azure.length > 0) problems.push(`AZURE_OPENAI_ENDPOINT: missing beside ${azure.join(', ')}`);
  if (config.OPENAI_MODEL && !config.OPENAI_API_KEY && !config.OPENAI_BASE_URL) {
    problems.push('OPENAI_API_KEY: missing beside OPENAI_MODEL');
  }
  return problems;
}
