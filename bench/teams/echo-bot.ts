/** What this service is compared with: a botbuilder bot as its samples have it, every token checked, answering "ok". */
import type { AddressInfo } from 'node:net';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication, TeamsActivityHandler } from 'botbuilder';
import { PasswordServiceClientCredentialFactory } from 'botframework-connector';
import * as restify from 'restify';

const { MICROSOFT_APP_ID = '', TEAMS_OPENID_METADATA_URL = '', TEAMS_LOGIN_URL = '' } = process.env;

/** The library's own login takes no address of this machine: its token is a fixed one, as if it had it already. */
class LoggedIn extends PasswordServiceClientCredentialFactory {
  override async createCredentials() {
    type Request = Parameters<
      Awaited<ReturnType<PasswordServiceClientCredentialFactory['createCredentials']>>['signRequest']
    >[0];
    return {
      async signRequest(request: Request) {
        request.headers.set('authorization', 'Bearer of-the-bench');
        return request;
      },
    };
  }
}

const issuer = 'https://api.botframework.com';
const adapter = new CloudAdapter(
  new ConfigurationBotFrameworkAuthentication(
    {
      ...{ MicrosoftAppId: MICROSOFT_APP_ID, ToBotFromChannelTokenIssuer: issuer, OAuthUrl: issuer },
      ToBotFromChannelOpenIdMetadataUrl: TEAMS_OPENID_METADATA_URL,
      ToBotFromEmulatorOpenIdMetadataUrl: TEAMS_OPENID_METADATA_URL,
      ...{ ToChannelFromBotLoginUrl: TEAMS_LOGIN_URL, ToChannelFromBotOAuthScope: issuer, CallerId: 'urn:bench' },
    },
    new LoggedIn(MICROSOFT_APP_ID, 'bench', ''),
  ),
);

class EchoBot extends TeamsActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context, next) => {
      await context.sendActivity('ok');
      await next();
    });
  }
}
const bot = new EchoBot();

const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post('/api/messages', async (req: restify.Request, res: restify.Response) => {
  await adapter.process({ body: req.body, headers: req.headers, method: 'POST' }, res, (context) => bot.run(context));
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
