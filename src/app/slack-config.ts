import type { OAuthApp } from '../channels/slack/install/exchange.ts';
import type { Config } from '../config.ts';
import { CodedError } from '../lib/errors.ts';

/** How the service is connected to Slack: by HTTP, by Socket Mode, or both; to one workspace, or to all that install it. */
export interface SlackConfig {
  /** Ends with `/api/`. */
  apiUrl: string;
  /** Present where Slack calls us. */
  signingSecret?: string;
  /** Present where we call Slack and keep the connection (Socket Mode). */
  appToken?: string;
  tokens: { botToken: string } | { oauth: OAuthApp };
}

const OAUTH = ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET'] as const;
const OTHERS = ['SLACK_SIGNING_SECRET', 'SLACK_APP_TOKEN', 'SLACK_BOT_TOKEN'] as const;

/**
 * The part of the configuration that is about Slack; undefined where no credential of Slack is set.
 * @throws CodedError `invalid`, `configuration`, naming everything that is missing or one too many
 */
export function slackConfig(config: Config): SlackConfig | undefined {
  if ([...OAUTH, ...OTHERS].every((name) => config[name] === undefined)) return undefined;
  const problems = problemsOf(config);
  if (problems.length > 0) throw new CodedError('invalid', 'configuration', { problems });
  return {
    apiUrl: config.SLACK_API_URL,
    ...(config.SLACK_SIGNING_SECRET && { signingSecret: config.SLACK_SIGNING_SECRET }),
    ...(config.SLACK_APP_TOKEN && { appToken: config.SLACK_APP_TOKEN }),
    tokens: config.SLACK_BOT_TOKEN ? { botToken: config.SLACK_BOT_TOKEN } : { oauth: oauthOf(config) },
  };
}

function problemsOf(config: Config): string[] {
  const problems: string[] = [];
  const missing = OAUTH.filter((name) => config[name] === undefined);
  const begun = missing.length < OAUTH.length;
  if (!config.SLACK_SIGNING_SECRET && !config.SLACK_APP_TOKEN) {
    problems.push('SLACK_SIGNING_SECRET: missing; or set SLACK_APP_TOKEN for Socket Mode');
  }
  if (!config.SLACK_BOT_TOKEN && !begun) {
    problems.push(`SLACK_BOT_TOKEN: missing; or set ${OAUTH.join(', ')} for many workspaces`);
  }
  if (config.SLACK_BOT_TOKEN && begun) {
    problems.push(`SLACK_BOT_TOKEN: is for one workspace; leave it out, or ${OAUTH.join(', ')}`);
  } else if (begun) {
    problems.push(...missing.map((name) => `${name}: missing beside the others of ${OAUTH.join(', ')}`));
    if (!config.PUBLIC_URL) problems.push('PUBLIC_URL: missing; Slack sends whoever installs the app back to it');
  }
  return problems;
}

const oauthOf = (config: Config): OAuthApp => ({
  clientId: config.SLACK_CLIENT_ID!,
  clientSecret: config.SLACK_CLIENT_SECRET!,
  stateSecret: config.SLACK_STATE_SECRET!,
  publicUrl: config.PUBLIC_URL!,
});
