import { type Person, TEXT } from '../chat/load.ts';
import { TENANTS } from '../generate-load.ts';

let count = 0;

/** A message written in the personal chat now, as Teams tells it; each is another one. */
export function messageActivity(appId: string, serviceUrl: string) {
  const bot = { id: `28:${appId}`, name: 'Portal' };
  const tenantId = TENANTS.teams.tenant;
  return ({ userId, channel }: Person): string => {
    count += 1;
    return JSON.stringify({
      ...{ type: 'message', id: String(Date.now() * 1000 + count), text: TEXT, textFormat: 'plain' },
      attachments: [{ contentType: 'text/html', content: `<div><div>${TEXT}</div>\n</div>` }],
      ...{ channelId: 'msteams', serviceUrl, recipient: bot, locale: 'en-US', timestamp: new Date().toISOString() },
      from: { id: `29:${userId}`, name: userId, aadObjectId: userId },
      conversation: { conversationType: 'personal', tenantId, id: channel },
      channelData: { tenant: { id: tenantId } },
      entities: [{ type: 'clientInfo', locale: 'en-US', country: 'PL', platform: 'Windows' }],
    });
  };
}
