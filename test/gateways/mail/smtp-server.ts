import { createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** What the server says instead of 250, by the command it answers; `null` says nothing and hangs up. */
export type Script = Partial<Record<'greeting' | 'AUTH' | 'MAIL' | 'RCPT' | 'DATA' | 'message', string | null>>;

/** A loopback SMTP server that keeps what it was sent and answers by a script. */
export async function smtpServer(script: Script = {}) {
  const received: { commands: string[]; data: string }[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    const session = { commands: [] as string[], data: '' };
    let inData = false;
    let pending = '';
    const say = (at: keyof Script, usual: string) => {
      const line = script[at] === undefined ? usual : script[at];
      if (line === null) socket.destroy();
      else socket.write(`${line}\r\n`);
    };
    const take = (line: string) => {
      if (inData && line !== '.') session.data += `${line}\r\n`;
      else if (inData) {
        inData = false;
        received.push(session);
        say('message', '250 queued');
      } else {
        session.commands.push(line);
        const command = line.slice(0, 4).toUpperCase();
        if (command === 'DATA') inData = script.DATA === undefined;
        if (command === 'DATA') say('DATA', '354 go on');
        else if (command === 'AUTH') say(command, '235 welcome');
        else if (command === 'MAIL' || command === 'RCPT') say(command, '250 ok');
        else socket.write(command === 'QUIT' ? '221 bye\r\n' : '250-loopback\r\n250 AUTH PLAIN\r\n');
      }
    };
    socket.setEncoding('latin1').on('data', (chunk: string) => {
      const lines = (pending + chunk).split('\r\n');
      pending = lines.pop() ?? '';
      for (const line of lines) take(line);
    });
    socket.on('error', () => socket.destroy());
    say('greeting', '220 loopback');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      for (const socket of sockets) socket.destroy();
      server.close(() => resolve());
    });
  onTestFinished(() => close());
  const { port } = server.address() as { port: number };
  return { url: `smtp://127.0.0.1:${port}`, received, close };
}
