import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { Link } from './link.js';

/** Answers every line with the same line. */
async function echo(): Promise<Server> {
  const server = createServer({ noDelay: true }, (socket) => {
    socket.on('data', (bytes) => socket.write(bytes)).on('error', () => undefined);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

describe('a line that is disturbed', () => {
  let server: Server;
  let link: Link;
  let client: Socket;
  let heard: string;
  let failure: string | undefined;

  beforeEach(async () => {
    server = await echo();
    link = await Link.open('line', (server.address() as AddressInfo).port);
    client = connect({ host: '127.0.0.1', port: link.port, noDelay: true });
    heard = '';
    failure = undefined;
    client.setEncoding('utf8').on('data', (text: string) => (heard += text));
    client.on('error', (error: Error & { code?: string }) => (failure = error.code));
    await once(client, 'connect');
  });

  afterEach(async () => {
    client.destroy();
    await link.close();
    server.close();
  });

  const until = async (probe: () => boolean): Promise<void> => {
    for (const end = Date.now() + 5_000; !probe() && Date.now() < end;)
      await new Promise((resolve) => setTimeout(resolve, 5));
    expect(probe()).toBe(true);
  };

  it('carries what is said both ways, and a cut as a reset', async () => {
    client.write('one');
    await until(() => heard === 'one');
    link.cut();
    await until(() => failure === 'ECONNRESET');
  });

  it('holds back in a black hole and gives everything in order afterwards', async () => {
    link.blackhole();
    for (let word = 0; word < 100; word += 1) client.write(`${word} `);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(heard).toBe('');
    link.heal();
    await until(() => heard === Array.from({ length: 100 }, (_, word) => `${word} `).join(''));
  });

  it('delays without turning anything around, even what is said after the delay has ended', async () => {
    link.delay(120);
    client.write('slow ');
    await new Promise((resolve) => setTimeout(resolve, 30));
    link.delay(0);
    client.write('quick');
    expect(heard).toBe('');
    await until(() => heard === 'slow quick');
  });

  it('loses answers, not questions, and resets afterwards', async () => {
    let asked = '';
    server.on('connection', (socket: Socket) => socket.on('data', (bytes) => (asked += String(bytes))));
    const other = connect({ host: '127.0.0.1', port: link.port });
    other.on('error', () => undefined);
    link.deafen();
    other.write('question');
    await until(() => asked === 'question');
    expect(heard).toBe('');
    link.heal();
    await until(() => other.destroyed);
  });
});
