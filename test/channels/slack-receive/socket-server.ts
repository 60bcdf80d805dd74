import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

/** What a service answers to an envelope; `payload` is what Slack would show. */
interface Acknowledged {
  envelope_id: string;
  payload: object;
}

/** Slack's end of Socket Mode on loopback: `apps.connections.open`, and text frames under 64 KB (RFC 6455). */
export async function socketServer() {
  const sockets = new Set<Duplex>();
  const acknowledged: Acknowledged[] = [];
  let refusal: string | undefined;
  let opened = 0;
  let waiting: (() => void)[] = [];
  const changed = () => {
    for (const resolve of waiting) resolve();
    waiting = [];
  };

  const server = createServer((request, response) => {
    opened += 1;
    const port = (server.address() as AddressInfo).port;
    const granted = request.headers.authorization === 'Bearer xapp-good' && !refusal;
    const answer = granted
      ? { ok: true, url: `ws://127.0.0.1:${port}/link` }
      : { ok: false, error: refusal ?? 'invalid_auth' };
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
    changed();
  });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex) => {
    const key = `${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
    const accept = createHash('sha1').update(key).digest('base64');
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
    sockets.add(socket);
    socket.on('close', () => {
      sockets.delete(socket);
      changed();
    });
    socket.on('error', () => undefined);
    let rest = Buffer.alloc(0);
    socket.on('data', (bytes) => {
      rest = Buffer.concat([rest, bytes]);
      for (let frame = readFrame(rest); frame; frame = readFrame(rest)) {
        rest = rest.subarray(frame.size);
        if (frame.opcode === 8) socket.end(writeFrame(8, frame.payload));
        if (frame.opcode === 1) acknowledged.push(JSON.parse(frame.payload.toString()));
        changed();
      }
    });
    socket.write(writeFrame(1, Buffer.from(JSON.stringify({ type: 'hello', num_connections: 1 }))));
    changed();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`,
    acknowledged,
    connections: () => sockets.size,
    opened: () => opened,
    refuse(error: string | undefined) {
      refusal = error;
    },
    send(type: string, payload: object, envelope_id: string) {
      const envelope = { envelope_id, type, payload, accepts_response_payload: type !== 'events_api' };
      for (const socket of sockets) socket.write(writeFrame(1, Buffer.from(JSON.stringify(envelope))));
    },
    /** Ends every connection without a word, as a network does. */
    cut() {
      for (const socket of sockets) socket.destroy();
    },
    /** Resolves once something is so; it is asked again with whatever happens here. */
    async until(condition: () => boolean): Promise<void> {
      while (!condition()) await new Promise<void>((resolve) => waiting.push(resolve));
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function readFrame(bytes: Buffer): { opcode: number; payload: Buffer; size: number } | undefined {
  if (bytes.length < 6) return undefined;
  const short = (bytes[1] ?? 0) & 127;
  const start = short === 126 ? 4 : 2;
  const length = short === 126 ? bytes.readUInt16BE(2) : short;
  const size = start + 4 + length;
  if (bytes.length < size) return undefined;
  const mask = bytes.subarray(start, start + 4);
  const payload = Buffer.from(bytes.subarray(start + 4, size)).map((byte, i) => byte ^ (mask[i % 4] ?? 0));
  return { opcode: (bytes[0] ?? 0) & 15, payload: Buffer.from(payload), size };
}

function writeFrame(opcode: number, payload: Buffer): Buffer {
  const head = Buffer.alloc(payload.length < 126 ? 2 : 4);
  head[0] = 128 | opcode;
  head[1] = Math.min(payload.length, 126);
  if (payload.length >= 126) head.writeUInt16BE(payload.length, 2);
  return Buffer.concat([head, payload]);
}
