import { z } from 'zod';
import { CodedError } from './lib/errors.ts';

const flag = z.enum(['true', 'false'], 'true or false').transform((value) => value === 'true');
const base = (protocol: RegExp, expected: string) =>
  z.url({ protocol, error: expected }).transform((url) => url.replace(/\/+$/, ''));
/** 32 bytes or more: hexadecimal or base64. */
const secret = z
  .string()
  .transform((value) => Buffer.from(value, /^[0-9a-f]+$/i.test(value) ? 'hex' : 'base64'))
  .refine((bytes) => bytes.length >= 32, '32 bytes or more, as hexadecimal or base64');

/** From 0; nobody means more than a billion. */
const count = z
  .string()
  .regex(/^\d{1,9}$/, 'a whole number from 0')
  .transform(Number);

/** Kept as it is given; `expected` says what a right one looks like and never what this one is. */
const credential = (form: RegExp, expected: string) => z.string().regex(form, expected).optional();

interface Variable<T> {
  schema: z.ZodType<T, string | undefined>;
  /** What it is when it is not set, in words for the README's table. */
  otherwise: string;
  about: string;
}

const variable = <T>(schema: z.ZodType<T, string | undefined>, otherwise: string, about: string): Variable<T> => ({
  schema,
  otherwise,
  about,
});

/** Every variable there is: the only place that knows them. The README's table is made from it. */
export const VARIABLES = {
  PORT: variable(
    z
      .string()
      .regex(/^\d+$/, 'a port number, 0 to 65535')
      .transform(Number)
      .refine((port) => port <= 65_535, 'a port number, 0 to 65535')
      .default(3978),
    '3978',
    'The port to listen on; 0 takes a free one',
  ),
  HOST: variable(z.string().min(1).default('127.0.0.1'), '127.0.0.1', 'The address to listen on'),
  DATA_DIR: variable(
    z.string().min(1).default('data'),
    '`data`',
    'The folder of the embedded database, mails, keys and audit heads',
  ),
  DATABASE_URL: variable(
    base(/^postgres(ql)?$/, 'postgresql://user:password@host:port/database').optional(),
    'the embedded server',
    'A PostgreSQL server of your own (15 or later)',
  ),
  PUBLIC_URL: variable(
    base(/^https?$/, 'http://… or https://…').optional(),
    'the address it listens on',
    'Where people reach the service: links in mails, the hosted page, installing in Slack',
  ),
  DEMO: variable(
    flag.optional(),
    'on where it can do no harm',
    'The demonstration page with its demo data. Only on loopback, without DATABASE_URL; `true` elsewhere stops the start',
  ),
  COMPANY_NAME: variable(
    z.string().trim().min(1).max(100).default('Customer Portal'),
    '`Customer Portal`',
    'Your company, to whom payments are made: named before a payment is approved and on the payment page',
  ),
  PAYMENTS: variable(
    z.enum(['on-file', 'hosted'], 'on-file or hosted').default('on-file'),
    '`on-file`',
    '`hosted` sends every payment to the payment provider’s page',
  ),
  AUDIT_KEY: variable(
    secret.optional(),
    'a file in DATA_DIR',
    'Links the audit trail; 32 bytes or more, hexadecimal or base64',
  ),
  SECRETS_KEY: variable(
    secret.optional(),
    'a file in DATA_DIR',
    'Derives invitation links, encrypts Slack tokens; 32 bytes or more, hexadecimal or base64. The same for all replicas',
  ),
  SMTP_URL: variable(
    base(/^smtps?$/, 'smtp://… or smtps://…').optional(),
    'mails go to DATA_DIR/mails',
    'The mail server',
  ),
  MAIL_FROM: variable(
    z.email('an e-mail address').default('portal@localhost.localdomain'),
    '`portal@localhost.localdomain`',
    'Who mails are from',
  ),
  SLACK_SIGNING_SECRET: variable(
    credential(/^\S+$/, 'the signing secret of the app’s Basic Information page'),
    'requests from Slack are not taken in',
    'Slack by HTTP: proves that a request comes from Slack',
  ),
  SLACK_APP_TOKEN: variable(
    credential(/^xapp-\S+$/, 'an app-level token, xapp-…'),
    'Slack calls `/slack/events`',
    'Slack by Socket Mode, without a public address: an app-level token with `connections:write`',
  ),
  SLACK_BOT_TOKEN: variable(
    credential(/^xoxb-\S+$/, 'a bot token, xoxb-…'),
    'workspaces install the app themselves',
    'One workspace: the token of the bot installed there',
  ),
  SLACK_CLIENT_ID: variable(
    credential(/^\S+$/, 'the client id of the app’s Basic Information page'),
    'one workspace, by SLACK_BOT_TOKEN',
    'Many workspaces: each installs the app at `/slack/install`. Needs PUBLIC_URL, SLACK_CLIENT_SECRET, SLACK_STATE_SECRET',
  ),
  SLACK_CLIENT_SECRET: variable(
    credential(/^\S+$/, 'the client secret of the app’s Basic Information page'),
    '-',
    'Belongs to SLACK_CLIENT_ID',
  ),
  SLACK_STATE_SECRET: variable(
    credential(/^\S{8,}$/, 'a secret of your own, 8 characters or more'),
    '-',
    'Signs what a browser carries through an installation; a secret of your own, the same for all replicas',
  ),
  SLACK_API_URL: variable(
    base(/^https?$/, 'https://…/api/')
      .refine((url) => url.endsWith('/api'), 'https://…/api/')
      .transform((url) => `${url}/`)
      .default('https://slack.com/api/'),
    '`https://slack.com/api/`',
    'Another host of Slack’s API, for tests or GovSlack; ends with `/api/`',
  ),
  MICROSOFT_APP_ID: variable(
    credential(/^[\w-]{1,100}$/, 'the application (client) id of the bot’s app registration'),
    'nothing is taken in from Teams',
    'Teams: the application (client) id of the bot’s app registration',
  ),
  MICROSOFT_APP_PASSWORD: variable(
    credential(/^\S+$/, 'the value of a client secret of the app registration'),
    '-',
    'A client secret of that registration; left out for `UserAssignedMSI`',
  ),
  MICROSOFT_APP_TENANT_ID: variable(
    credential(/^[\w.-]{1,100}$/, 'the directory (tenant) id of the app registration'),
    '-',
    'The tenant of that registration; needed for `SingleTenant` and `UserAssignedMSI`',
  ),
  MICROSOFT_APP_TYPE: variable(
    z
      .enum(['MultiTenant', 'SingleTenant', 'UserAssignedMSI'], 'MultiTenant, SingleTenant or UserAssignedMSI')
      .default('MultiTenant'),
    '`MultiTenant`',
    'How the bot proves who it is: `MultiTenant`, `SingleTenant` or `UserAssignedMSI`, as its Azure Bot resource says',
  ),
  TEAMS_OPENID_METADATA_URL: variable(
    base(/^https?$/, 'https://…').optional(),
    'Microsoft’s own',
    'Another place for the keys that Teams signs with, for tests or another cloud',
  ),
  TEAMS_LOGIN_URL: variable(
    base(/^https?$/, 'https://…').optional(),
    'Microsoft’s own',
    'Another place for the bot’s tokens, for tests or another cloud; `/oauth2/v2.0/token` is added to it',
  ),
  TEAMS_ALLOW_ANONYMOUS: variable(
    flag.optional(),
    '`false`',
    '`true` takes in unsigned activities, from the Agents Playground say. Only on loopback, without MICROSOFT_APP_ID',
  ),
  OPENAI_API_KEY: variable(
    credential(/^\S+$/, 'an API key, without spaces'),
    'no language model is asked',
    'The language model: the key of OpenAI, or of the server at OPENAI_BASE_URL',
  ),
  OPENAI_BASE_URL: variable(
    base(/^https?$/, 'http://… or https://…, as a rule ending with /v1').optional(),
    'OpenAI’s own',
    'Another server that speaks OpenAI’s protocol, e.g. one of your own; it may do without a key',
  ),
  OPENAI_MODEL: variable(
    z
      .string()
      .regex(/^\S{1,200}$/, 'a model’s name, without spaces')
      .optional(),
    '`gpt-4.1-mini`',
    'The model that is asked; it has to answer by a JSON schema',
  ),
  AZURE_OPENAI_ENDPOINT: variable(
    base(/^https?$/, 'https://….openai.azure.com').optional(),
    'OpenAI, where OPENAI_API_KEY is set',
    'The language model in Azure: the resource’s endpoint. Needs AZURE_OPENAI_API_KEY and AZURE_OPENAI_DEPLOYMENT',
  ),
  AZURE_OPENAI_API_KEY: variable(
    credential(/^\S+$/, 'a key of the Azure OpenAI resource'),
    '-',
    'Belongs to AZURE_OPENAI_ENDPOINT',
  ),
  AZURE_OPENAI_DEPLOYMENT: variable(
    credential(/^[\w.-]{1,100}$/, 'the name of a deployment of the resource'),
    '-',
    'The deployment of a model at AZURE_OPENAI_ENDPOINT',
  ),
  OPENAI_API_VERSION: variable(
    z
      .string()
      .regex(/^\d{4}-\d\d-\d\d(-preview)?$/, 'a version of Azure’s API, e.g. 2024-10-21')
      .default('2024-10-21'),
    '`2024-10-21`',
    'The version of Azure’s API; OpenAI itself has none',
  ),
  MODEL_CALLS_PER_DAY: variable(
    count.default(5_000),
    '5000',
    'How often the language model is asked a day in all, by every replica together; after that the local engine is alone',
  ),
  MODEL_CALLS_PER_PERSON: variable(count.default(50), '50', 'How often it is asked a day for one person'),
  KEEP_MISUNDERSTOOD: variable(
    flag.default(true),
    '`true`',
    'Keeps what was not understood for 30 days, without names, addresses and numbers, for `npm run portal -- misunderstood`',
  ),
  LOG_LEVEL: variable(
    z.enum(['debug', 'info', 'warn', 'error', 'silent'], 'debug, info, warn, error or silent').default('info'),
    '`info`',
    'The least that is logged',
  ),
} as const;

export type Config = {
  readonly [K in keyof typeof VARIABLES]: (typeof VARIABLES)[K] extends Variable<infer T> ? T : never;
};

/**
 * The configuration out of the environment; the only reader of it. Unknown variables are other programs' business.
 * @throws CodedError `invalid`, `configuration`, naming every wrong variable and what was expected
 */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const problems: string[] = [];
  const entries = Object.entries(VARIABLES).map(([name, { schema }]) => {
    const parsed = (schema as z.ZodType).safeParse(env[name] === '' ? undefined : env[name]);
    if (!parsed.success) problems.push(`${name}: expected ${parsed.error.issues[0]?.message}`);
    return [name, parsed.data];
  });
  if (problems.length > 0) throw new CodedError('invalid', 'configuration', { problems });
  return Object.fromEntries(entries) as Config;
}

/** What langchain's core reads by itself, to send all it handles to a service of its maker's. */
const TRACING = ['LANGSMITH_TRACING', 'LANGSMITH_TRACING_V2', 'LANGCHAIN_TRACING', 'LANGCHAIN_TRACING_V2'];

/** Takes such variables out of this process's environment: a question goes to the configured language model alone. */
export function forbidTracing(env: NodeJS.ProcessEnv = process.env): void {
  for (const name of TRACING) delete env[name];
}
