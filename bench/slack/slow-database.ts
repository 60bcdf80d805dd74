import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A way to a PostgreSQL server on which each of its answers takes longer. */
export interface SlowDatabase {
  /** The connection string of the same database by this way. */
  url: string;
  /** Milliseconds an answer is held back from now on. */
  delay(ms: number): void;
  close(): Promise<void>;
}

/** @param url a connection string, its host a name, an address or the folder of a socket */
export async function slowDatabase(url: string): Promise<SlowDatabase> {
  const direct = new URL(url);
  const host = direct.searchParams.get('host') ?? direct.hostname;
  const port = Number(direct.searchParams.get('port') ?? direct.port);
  const open = new Set<Socket>();
  let delayMs = 0;

  const server = createServer((client) => {
    const database = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host);
    for (const socket of [client, database]) {
      open.add(socket.setNoDelay(true));
      socket.on('error', () => socket.destroy()).on('close', () => open.delete(socket));
    }
    client.on('data', (question) => database.write(question)).on('close', () => database.destroy());
    database.on('data', (answer) => void setTimeout(() => client.write(answer), delayMs));
    database.on('close', () => void setTimeout(() => client.destroy(), delayMs));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));

  const slow = new URL(url);
  slow.searchParams.delete('host');
  slow.searchParams.delete('port');
  slow.hostname = '127.0.0.1';
  slow.port = String((server.address() as AddressInfo).port);
  return {
    url: slow.href,
    delay: (ms) => {
      delayMs = ms;
    },
    async close() {
      for (const socket of open) socket.destroy();
      await new Promise((closed) => server.close(closed));
    },
  };
}
