import type { FakeTeams } from '../../support/fake-teams.ts';
import { loadBooks, mailTo } from './administrator.ts';
import { startService } from './service.ts';
import { personIn } from './teams-person.ts';

export const TENANT = '3c0c4f7e-7b7c-4d6e-9a52-2f6f0f1c8a01';

/** Of the demonstration's company (src/demo), and one who is nobody's contact. */
const PEOPLE = {
  anna: ['Anna Kowalska', 'anna.kowalska@acme-polska.example'],
  magda: ['Magdalena Zielińska', 'magdalena.zielinska@acme-polska.example'],
  tomasz: ['Tomasz Wróbel', 'tomasz.wrobel@acme-polska.example'],
  emily: ['Emily Carter', 'emily.carter@acme-polska.example'],
  stranger: ['Some Body', 'somebody@elsewhere.example'],
} as const;

export type Name = keyof typeof PEOPLE;

/** What connects a service to a fake Teams, with every token checked on both sides. */
export const teamsEnv = ({ appId, password, openIdUrl, loginUrl }: FakeTeams) => ({
  ...{ MICROSOFT_APP_ID: appId, MICROSOFT_APP_PASSWORD: password },
  ...{ TEAMS_OPENID_METADATA_URL: openIdUrl, TEAMS_LOGIN_URL: loginUrl },
});

/** The messaging endpoint of the service at `address`. */
const endpointOf = (address: string): string => new URL('/api/messages', address).href;

/** Somebody of that company in a fake Teams whose service is at `address`; they have the app unless told otherwise. */
export function someone(teams: FakeTeams, address: string, name: Name, more: object = {}) {
  const [called, userPrincipalName] = PEOPLE[name];
  const userId = `5f1d2b6a-0c9e-4a55-8f3b-00000000000${Object.keys(PEOPLE).indexOf(name)}`;
  const person = teams.person(userId, { tenantId: TENANT, name: called, userPrincipalName, ...more });
  return personIn(teams, endpointOf(address), person);
}

/** The real service with the demonstration's books loaded as an administrator would, connected to a fake Teams. */
export async function startTeamsService(teams: FakeTeams) {
  const service = await startService(teamsEnv(teams));
  try {
    await loadBooks(service);
  } catch (error) {
    await service.stop();
    throw error;
  }
  return {
    endpoint: endpointOf(service.address),
    stop: () => service.stop(),
    person: (name: Name, more?: object) => someone(teams, service.address, name, more),
    /** What the administrator does before people of this tenant may be recognised. */
    allow: (...options: string[]) => service.portal('tenants', 'allow', 'ACME', 'teams', TENANT, ...options),
    /** Waits for a mail to that person; resolves with its text. */
    mail: (to: string, pattern: RegExp) => mailTo(service, to, pattern),
  };
}

export type TeamsService = Awaited<ReturnType<typeof startTeamsService>>;
