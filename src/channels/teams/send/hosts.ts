import { CodedError } from '../../../lib/errors.ts';

/**
 * Where the Bot Connector answers (learn.microsoft.com/microsoftteams/platform: send proactive messages). Exactly these:
 * under trafficmanager.net anybody may have a name, and the app's token goes there.
 */
const CONNECTOR =
  /^(?:smba\.trafficmanager\.net|smba\.infra\.gcc\.teams\.microsoft\.com|(?:[\w-]+\.)*botframework\.com)$/;

/** Where OneDrive takes files: a person's, and with it what is handed over. */
const ONEDRIVE = /^(?:[\w-]+\.)+(?:sharepoint\.(?:com|us|cn|de)|onedrive\.com|1drv\.com)$/;

const LOOPBACK = /^(?:127\.0\.0\.1|\[::1\]|localhost)$/;

/** Which addresses of those that Teams names are called at all; each throws CodedError `forbidden` for another. */
export interface TrustedHosts {
  connector(url: string): URL;
  oneDrive(url: string): URL;
}

/** @param loopback also this machine, by http: for a Teams of tests or a playground, never beside the real one */
export function trustedHosts({ loopback }: { loopback: boolean }): TrustedHosts {
  const trusted = (url: string, hosts: RegExp, reason: string): URL => {
    const parsed = URL.parse(url);
    const safe = parsed?.protocol === 'https:' && parsed.port === '' && hosts.test(parsed.hostname);
    const local = loopback && parsed !== null && /^https?:$/.test(parsed.protocol) && LOOPBACK.test(parsed.hostname);
    if (!parsed || parsed.username || parsed.password || !(safe || local)) throw new CodedError('forbidden', reason);
    return parsed;
  };
  return {
    connector: (url) => trusted(url, CONNECTOR, 'teams.foreign_service_url'),
    oneDrive: (url) => trusted(url, ONEDRIVE, 'teams.foreign_upload_url'),
  };
}
