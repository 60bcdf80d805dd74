import { loadBooks, mailTo } from './administrator.ts';
import { startService } from './service.ts';
import { type PlaygroundUser, startPlayground } from './teams-playground.ts';

const TENANT = '3c0c4f7e-7b7c-4d6e-9a52-2f6f0f1c8a01';

/** Of the demonstration's company (src/demo). */
const PEOPLE = {
  anna: person('Anna Kowalska', 'anna.kowalska', 1),
  magda: person('Magdalena Zielińska', 'magdalena.zielinska', 2),
  emily: person('Emily Carter', 'emily.carter', 3),
} satisfies Record<string, PlaygroundUser>;

function person(name: string, mailbox: string, n: number): PlaygroundUser {
  const objectId = `5f1d2b6a-0c9e-4a55-8f3b-00000000000${n}`;
  return { name, email: `${mailbox}@acme-polska.example`, objectId };
}

/** The real service with the demonstration's books loaded, and a Playground for whoever is to talk with it. */
export async function startPlaygroundService() {
  const service = await startService({ TEAMS_ALLOW_ANONYMOUS: 'true' });
  const started: { stop(): Promise<void> }[] = [service];
  const stop = async () => {
    for (const one of started.splice(0).reverse()) await one.stop();
  };
  try {
    await loadBooks(service);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    stop,
    /** A Teams of somebody's own; resolves with where its page is. */
    async playground(name: keyof typeof PEOPLE): Promise<string> {
      const { [name]: user, ...others } = PEOPLE;
      const endpoint = new URL('/api/messages', service.address).href;
      const colleagues = Object.values<PlaygroundUser>(others);
      const playground = await startPlayground({ endpoint, tenantId: TENANT, user, colleagues });
      started.push(playground);
      return playground.origin;
    },
    /** What the administrator does before people of this tenant may be recognised. */
    allow: (...options: string[]) => service.portal('tenants', 'allow', 'ACME', 'teams', TENANT, ...options),
    /** Waits for a mail to that person; resolves with its text. */
    mail: (to: string, pattern: RegExp) => mailTo(service, to, pattern),
  };
}

export type PlaygroundService = Awaited<ReturnType<typeof startPlaygroundService>>;
