import OpenAI, { AzureOpenAI } from 'openai';
import { zodResponseFormat } from 'openai/helpers/zod';
import { CodedError } from '../../lib/errors.ts';
import type { ModelAccess } from '../../lib/model-access.ts';
import { within } from '../../lib/within.ts';
import { type Answer, answerSchema } from './answer.ts';

/** A person waits for the answer meanwhile. */
const LIMIT_MS = 2_500;
/** Several wishes with their slots fit into it; whoever has more to say answers no wish. */
const MOST_TOKENS = 400;

/**
 * Asks a language model once. Undefined where it declines to answer.
 * @throws CodedError `unavailable`: `model_late`; `model_failed` with the status, where there was one; `model_nonsense`:
 *   an answer that is none by the schema
 */
export type AskModel = (instructions: string, question: string) => Promise<Answer | undefined>;

/** A model behind OpenAI's protocol; everything about it is said here, nothing read from the environment. */
export function openaiModel(access: ModelAccess, limitMs = LIMIT_MS): AskModel {
  const client = clientOf(access, limitMs);
  const model = access.at === 'azure' ? access.deployment : access.model;
  const format = zodResponseFormat(answerSchema, 'wishes');
  return async (instructions, question) => {
    const ended = new AbortController();
    try {
      const completion = await within(limitMs, 'model_late', () =>
        client.chat.completions.create(
          {
            model,
            temperature: 0,
            // Deprecated, and the name that every server and Azure's older deployments know.
            max_tokens: MOST_TOKENS,
            response_format: format,
            messages: [
              { role: 'system', content: instructions },
              { role: 'user', content: question },
            ],
          },
          // The client's own limit ends with the head of an answer: the body may never come.
          { signal: ended.signal },
        ),
      );
      const message = completion.choices?.[0]?.message;
      if (message?.refusal) return undefined;
      return parsed(message?.content);
    } catch (cause) {
      if (cause instanceof CodedError) throw cause;
      const status = cause instanceof OpenAI.APIError ? cause.status : undefined;
      const late = cause instanceof OpenAI.APIConnectionTimeoutError;
      // Without the cause: it may hold what was sent.
      throw new CodedError('unavailable', late ? 'model_late' : 'model_failed', { status });
    } finally {
      ended.abort();
    }
  };
}

function clientOf(access: ModelAccess, timeout: number): OpenAI {
  // What is sent and answered is never logged, whatever OPENAI_LOG says.
  const common = { apiKey: access.apiKey, adminAPIKey: null, timeout, maxRetries: 0, logLevel: 'off' } as const;
  const nobody = { organization: null, project: null };
  if (access.at === 'openai') return new OpenAI({ ...common, ...nobody, baseURL: access.baseUrl });
  const { endpoint, deployment, apiVersion } = access;
  return new AzureOpenAI({ ...common, ...nobody, baseURL: `${endpoint}/openai`, deployment, apiVersion });
}

function parsed(content: string | null | undefined): Answer {
  let value: unknown;
  try {
    value = JSON.parse(content ?? '');
  } catch {
    throw new CodedError('unavailable', 'model_nonsense');
  }
  const { data } = answerSchema.safeParse(value);
  if (!data) throw new CodedError('unavailable', 'model_nonsense');
  return data;
}
