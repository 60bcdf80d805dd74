import { createServer } from 'node:net';
import { join } from 'node:path';
import { portInUse } from './postmaster.ts';

/** Where the server listens: a socket in its own closed folder, or, where that can't be, a port of the loopback. */
export interface Endpoint {
  host: string;
  port: number;
  /** The server's settings for listening there and nowhere else. */
  settings: Readonly<Record<string, string>>;
}

const SOCKET_PORT = 5432;
/** What the kernel takes as a socket's path, in bytes (104 on macOS, 108 on Linux, with the closing zero). */
const SOCKET_PATH_LIMIT = process.platform === 'darwin' ? 103 : 107;

/** @param folder the server's own; of a server already running on a port, that port is answered */
export async function endpointFor(folder: string): Promise<Endpoint> {
  const socket = join(folder, `.s.PGSQL.${SOCKET_PORT}`);
  if (process.platform !== 'win32' && Buffer.byteLength(socket) <= SOCKET_PATH_LIMIT) {
    const unix_socket_directories = `"${folder.replaceAll('"', '""')}"`;
    const settings = { listen_addresses: '', port: String(SOCKET_PORT), unix_socket_directories };
    return { host: folder, port: SOCKET_PORT, settings };
  }
  const port = (await portInUse(join(folder, 'data'))) ?? (await freePort());
  return {
    host: '127.0.0.1',
    port,
    settings: { listen_addresses: '127.0.0.1', port: String(port), unix_socket_directories: '' },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
