import type { TeamsApp } from '../channels/teams/app.ts';
import { isLoopback } from '../channels/web/allowed.ts';
import type { Config } from '../config.ts';
import { CodedError } from '../lib/errors.ts';

const ABOUT_APP = ['MICROSOFT_APP_PASSWORD', 'MICROSOFT_APP_TENANT_ID'] as const;

/**
 * The part of the configuration that is about Teams: the app, or `anonymous` where everybody is believed, which this
 * machine alone may be. Undefined where nothing is taken in from Teams.
 * @throws CodedError `invalid`, `configuration`, naming everything that is missing or one too many
 */
export function teamsConfig(config: Config): TeamsApp | 'anonymous' | undefined {
  const problems = problemsOf(config);
  if (problems.length > 0) throw new CodedError('invalid', 'configuration', { problems });
  if (!config.MICROSOFT_APP_ID) return config.TEAMS_ALLOW_ANONYMOUS ? 'anonymous' : undefined;
  return {
    appId: config.MICROSOFT_APP_ID,
    type: config.MICROSOFT_APP_TYPE,
    ...(config.MICROSOFT_APP_PASSWORD && { password: config.MICROSOFT_APP_PASSWORD }),
    ...(config.MICROSOFT_APP_TENANT_ID && { tenantId: config.MICROSOFT_APP_TENANT_ID }),
    ...(config.TEAMS_OPENID_METADATA_URL && { openIdMetadataUrl: config.TEAMS_OPENID_METADATA_URL }),
    ...(config.TEAMS_LOGIN_URL && { loginUrl: config.TEAMS_LOGIN_URL }),
  };
}

function problemsOf(config: Config): string[] {
  const { MICROSOFT_APP_ID: appId, MICROSOFT_APP_TYPE: type, TEAMS_ALLOW_ANONYMOUS: anonymous, HOST } = config;
  const problems: string[] = [];
  if (anonymous && appId) problems.push('TEAMS_ALLOW_ANONYMOUS: leave it out beside MICROSOFT_APP_ID');
  if (anonymous && !isLoopback(HOST)) {
    problems.push('TEAMS_ALLOW_ANONYMOUS: only where HOST is a loopback address, e.g. 127.0.0.1');
  }
  if (!appId) {
    const begun = ABOUT_APP.filter((name) => config[name] !== undefined);
    if (begun.length > 0) problems.push(`MICROSOFT_APP_ID: missing beside ${begun.join(', ')}`);
    return problems;
  }
  const managed = type === 'UserAssignedMSI';
  if (!managed && !config.MICROSOFT_APP_PASSWORD) problems.push('MICROSOFT_APP_PASSWORD: missing');
  if (managed && config.MICROSOFT_APP_PASSWORD)
    problems.push('MICROSOFT_APP_PASSWORD: leave it out for UserAssignedMSI');
  if (type !== 'MultiTenant' && !config.MICROSOFT_APP_TENANT_ID) {
    problems.push(`MICROSOFT_APP_TENANT_ID: missing; ${type} needs it`);
  }
  return problems;
}
