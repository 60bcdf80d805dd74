import { isIP } from 'node:net';

/** Why the page must stay off (PRODUCT.md section 10, "Web page"). */
export type DemoObstacle =
  | 'not_loopback'
  | 'slack_configured'
  | 'teams_configured'
  | 'database_url_given'
  | 'not_a_demonstration';

/** What decides it. `demonstration`: the database is marked as one inside. */
export interface DemoFacts {
  host: string;
  slack: boolean;
  teams: boolean;
  databaseUrl: string | undefined;
  demonstration: boolean;
}

/** Everything that stands against showing the page to whoever reaches it; it is on only where nothing does. */
export function demoObstacles({ host, slack, teams, databaseUrl, demonstration }: DemoFacts): DemoObstacle[] {
  const against: Readonly<Record<DemoObstacle, boolean>> = {
    not_loopback: !isLoopback(host),
    slack_configured: slack,
    teams_configured: teams,
    database_url_given: databaseUrl !== undefined,
    not_a_demonstration: !demonstration,
  };
  return (Object.keys(against) as DemoObstacle[]).filter((obstacle) => against[obstacle]);
}

/** Whether an address (or `localhost`) is this machine alone; mapped IPv4 included. */
export function isLoopback(host: string): boolean {
  const address = host.replace(/^::ffff:/i, '');
  if (isIP(address) === 4) return address.startsWith('127.');
  return address === '::1' || address === 'localhost';
}
