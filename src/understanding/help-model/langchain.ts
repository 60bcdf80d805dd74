import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import { AzureChatOpenAI, ChatOpenAI } from '@langchain/openai';
import {
  type AgentMiddleware,
  createAgent,
  modelCallLimitMiddleware,
  piiMiddleware,
  providerStrategy,
} from 'langchain';
import { CodedError } from '../../lib/errors.ts';
import type { ModelAccess } from '../../lib/model-access.ts';
import type { Compose } from '../help/ports.ts';
import { answerSchema, askedSchema } from './answer.ts';
import { instructionsFor } from './prompt.ts';

const MOST_TOKENS = 700;

type Guard = (about: unknown, how?: unknown) => unknown;

/** Cast: their types are written for another zod, and without exactOptionalPropertyTypes; tests hold what they do. */
const GUARDS = [
  (modelCallLimitMiddleware as Guard)({ runLimit: 1, exitBehavior: 'error' }),
  (piiMiddleware as Guard)('email', { strategy: 'redact' }),
  (piiMiddleware as Guard)('credit_card', { strategy: 'redact' }),
] as AgentMiddleware[];

/**
 * Composes with this model: one call a question, what looks like somebody's address or card taken out once more.
 * Throws CodedError `unavailable`: `model_failed` or `model_nonsense`, never with what was asked or answered.
 */
export const composeWith =
  (model: BaseChatModel): Compose =>
  async (question, sources, locale, signal) => {
    const agent = createAgent({
      model,
      tools: [],
      responseFormat: providerStrategy({ schema: askedSchema, strict: true }),
      middleware: GUARDS,
    });
    let answered: unknown;
    try {
      const messages = [
        { role: 'system', content: instructionsFor(sources, locale) },
        { role: 'user', content: JSON.stringify({ question }) },
      ];
      const state = await agent.invoke({ messages }, { signal });
      answered = state.structuredResponse;
    } catch {
      // Without the cause: it may hold what was sent.
      throw new CodedError('unavailable', 'model_failed');
    }
    const { data } = answerSchema.safeParse(answered);
    if (!data) throw new CodedError('unavailable', 'model_nonsense');
    return data;
  };

/** A model behind OpenAI's protocol; everything about it is said here, nothing read from the environment. */
export function chatModel(access: ModelAccess, timeoutMs: number): BaseChatModel {
  const common = { temperature: 0, maxTokens: MOST_TOKENS, maxRetries: 0, timeout: timeoutMs };
  if (access.at === 'openai') {
    const { apiKey, baseUrl: baseURL, model } = access;
    return new ChatOpenAI({ ...common, apiKey, model, useResponsesApi: false, configuration: { baseURL } });
  }
  return new AzureChatOpenAI({
    ...common,
    model: access.deployment,
    azureOpenAIApiKey: access.apiKey,
    azureOpenAIEndpoint: access.endpoint,
    azureOpenAIApiDeploymentName: access.deployment,
    azureOpenAIApiVersion: access.apiVersion,
  });
}
