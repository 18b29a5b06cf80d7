import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo, Socket as NetSocket } from 'node:net';
import { Server, type Socket } from 'socket.io';
import { io as connect, type Socket as Client } from 'socket.io-client';
import { sendTogether } from '../../../libs/platform/src/realtime/outgoing.js';
import { hearers, send } from '../../../libs/platform/src/realtime/push.js';
import { waitFor } from '../../support/wait.js';

let http: HttpServer;
let io: Server;
const clients: Client[] = [];

beforeAll(async () => {
  http = createServer();
  io = new Server(http);
  sendTogether(io.engine);
  io.on('connection', (socket) => {
    void socket.join(socket.handshake.auth.rooms as string[]);
    socket.on('ask', (answer: (text: string) => void) => {
      socket.emit('said', 'pushed');
      answer('answered');
      void Promise.resolve().then(() => socket.emit('said', 'pushed as well'));
    });
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
});
afterEach(() => {
  for (const client of clients.splice(0)) client.disconnect();
});
afterAll(() => io.close());

describe('what leaves for a socket', () => {
  it('leaves in one call of the system for one turn, an answer and what its promises push included', async () => {
    const { client, heard, socket } = await open(['hall']);
    const calls = callsOf(socket);
    client.emit('ask', (text: string) => heard.push(text));
    await waitFor('all three', async () => heard.length === 3, { dump: () => heard });
    expect(heard).toEqual(['pushed', 'answered', 'pushed as well']);
    expect(calls()).toBe(1);
  });

  it('still leaves before a line that is closed in the same turn', async () => {
    const { client, heard, socket } = await open(['hall']);
    socket.emit('said', 'the last word');
    socket.disconnect(true);
    await waitFor('the end', async () => client.disconnected);
    expect(heard).toEqual(['the last word']);
  });

  it.each([['websocket'], ['polling']])('is the same text of any length over %s', async (transport) => {
    const { heard, socket } = await open(['hall'], transport);
    const texts = [1, 100, 200, 65_520, 70_000].map((length) => 'x'.repeat(length));
    const said = ['', '가나다', '"\\\n', ...texts];
    for (const text of said) send([socket], '/', JSON.stringify(['said', text]));
    await waitFor('all', async () => heard.length === said.length, { dump: () => heard.length });
    expect(heard).toEqual(said);
  });

  it('is for those in any of the rooms, each once, but for the excepted; without rooms for all', async () => {
    const both = await open(['hall', 'annex']);
    const annex = await open(['annex']);
    const garden = await open(['garden']);
    const ids = (rooms: string[], except: string[] = []): string[] =>
      [...hearers(io.of('/'), rooms, except)].map(({ id }) => id);
    expect(ids(['hall', 'annex', 'cellar'])).toEqual([both.socket.id, annex.socket.id]);
    expect(ids(['hall', 'annex'], ['hall'])).toEqual([annex.socket.id]);
    expect(ids(['cellar'])).toEqual([]);
    expect(ids([], ['annex'])).toEqual([garden.socket.id]);
  });
});

async function open(
  rooms: string[],
  transport = 'websocket',
): Promise<{ client: Client; heard: string[]; socket: Socket }> {
  const { port } = http.address() as AddressInfo;
  const options = { transports: [transport], forceNew: true, reconnection: false, auth: { rooms } };
  const client = connect(`http://127.0.0.1:${port}`, options);
  clients.push(client);
  const heard: string[] = [];
  client.on('said', (text: string) => heard.push(text));
  await waitFor('the connection', async () => io.of('/').sockets.has(client.id ?? ''));
  const socket = io.of('/').sockets.get(client.id ?? '');
  if (!socket) throw new Error('The socket has gone.');
  return { client, heard, socket };
}

/** Counts how often the system is asked to write for a socket. */
function callsOf({ conn }: Socket): () => number {
  const line = (conn.request as unknown as { socket: NetSocket & Required<Pick<NetSocket, '_writev'>> })
    .socket;
  let calls = 0;
  const [write, writev] = [line._write.bind(line), line._writev.bind(line)];
  line._write = (...chunk) => {
    calls += 1;
    write(...chunk);
  };
  line._writev = (...chunks) => {
    calls += 1;
    writev(...chunks);
  };
  return () => calls;
}
