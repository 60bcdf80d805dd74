import { once } from 'node:events';
import { createServer } from 'node:net';

/** A port of loopback that nothing listens on now, for what has to be told an address before it is there. */
export async function freePort(): Promise<number> {
  const socket = createServer().listen(0, '127.0.0.1');
  await once(socket, 'listening');
  const { port } = socket.address() as { port: number };
  socket.close();
  await once(socket, 'close');
  return port;
}
