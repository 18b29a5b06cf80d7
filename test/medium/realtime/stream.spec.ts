import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { encode } from '@msgpack/msgpack';
import pg from 'pg';
import { Server } from 'socket.io';
import { type ClusterMessage, MessageType } from 'socket.io-adapter';
import { io as connect, type Socket } from 'socket.io-client';
import type { ClusterBackend } from '../../../libs/platform/src/realtime/cluster-backend.js';
import { postgresStream } from '../../../libs/platform/src/realtime/postgres-stream.js';
import { StreamReader } from '../../../libs/platform/src/realtime/stream-reader.js';
import { testDatabase, type TestDatabase } from '../../support/test-database.js';
import { waitFor } from '../../support/wait.js';

interface Process {
  readonly url: string;
  readonly io: Server;
  readonly backend: ClusterBackend;
  readonly gaps: () => number;
  stop(): Promise<void>;
}

let database: TestDatabase;
let processes: Process[];
const clients: Socket[] = [];
/** What happens while it is asked whether a session may be taken up. */
let atGuard: () => void = () => undefined;

beforeAll(async () => {
  database = await testDatabase();
  processes = [await startProcess(), await startProcess()];
});
afterEach(() => {
  for (const client of clients.splice(0)) client.disconnect();
});
afterAll(async () => {
  for (const each of processes) await each.stop();
  await database.drop();
});

describe('the stream between processes', () => {
  it('carries what one process emits to the sockets of all, in one order', async () => {
    const [first, second] = await Promise.all([open(0), open(1)]);
    for (let number = 0; number < 250; number += 1) {
      at(0).io.to('hall').emit('said', `a${number}`);
      at(1).io.to('hall').emit('said', `b${number}`);
    }
    await waitFor('500 emits', async () => first.heard.length === 500 && second.heard.length === 500, {
      dump: () => [first.heard.length, second.heard.length],
    });
    expect(second.heard).toEqual(first.heard);
    const from = (letter: string) => first.heard.filter((said) => said.startsWith(letter));
    expect(from('a')).toEqual(Array.from({ length: 250 }, (_, number) => `a${number}`));
    expect(from('b')).toEqual(Array.from({ length: 250 }, (_, number) => `b${number}`));
  });

  it('carries payloads a notification cannot hold, between small ones, in order', async () => {
    const { heard } = await open(1);
    const texts = ['small', '가'.repeat(20_000), 'x'.repeat(4_100), 'x'.repeat(60_000), 'last'];
    for (const text of texts) at(0).io.to('hall').emit('said', text);
    await waitFor('five emits', async () => heard.length === 5);
    expect(heard).toEqual(texts);
  });

  it('reaches only the rooms that were named', async () => {
    const [inside, outside] = await Promise.all([open(1), open(1, 'elsewhere')]);
    at(0).io.to('hall').emit('said', 'for the hall');
    at(0).io.to('elsewhere').emit('said', 'for others');
    await waitFor('both', async () => inside.heard.length > 0 && outside.heard.length > 0);
    expect([inside.heard, outside.heard]).toEqual([['for the hall'], ['for others']]);
  });

  it('moves sockets of other processes into rooms, counts them and disconnects them', async () => {
    const { socket } = await open(1);
    at(0).io.in('hall').socketsJoin('annex');
    await waitFor('the socket to join', async () => (await at(0).io.in('annex').fetchSockets()).length === 1);
    at(0).io.in('annex').disconnectSockets(true);
    await waitFor('the end', async () => socket.disconnected);
  });

  it('loses nothing when the listening connections are killed under load', async () => {
    const { heard } = await open(1);
    for (let round = 0; round < 4; round += 1) {
      for (let number = 0; number < 50; number += 1) at(0).io.to('hall').emit('said', `${round}.${number}`);
      const killed = await database.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where application_name = 'ttn-realtime' and datname = current_database()`,
      );
      expect(killed.length).toBeGreaterThan(0);
      for (let number = 50; number < 100; number += 1) at(0).io.to('hall').emit('said', `${round}.${number}`);
      await waitFor('all of the round', async () => heard.length === (round + 1) * 100, {
        dump: () => heard.length,
      });
    }
    const expected = [0, 1, 2, 3].flatMap((round) =>
      Array.from({ length: 100 }, (_, number) => `${round}.${number}`),
    );
    expect(heard).toEqual(expected);
  });

  it.each([
    ['the same process', 1],
    ['another process', 0],
  ])('gives a client that comes back to %s what it missed, once and in order', async (_, target) => {
    const { socket, heard } = await open(1);
    at(0).io.to('hall').emit('said', 'before');
    await waitFor('the first', async () => heard.length === 1);
    const { id } = socket;
    cutLine(socket, at(target).url);
    await waitFor('the loss', async () => (await database.query('select from ws_session')).length === 1);
    for (let number = 0; number < 30; number += 1)
      at(number % 2)
        .io.to('hall')
        .emit('said', `missed ${number}`);
    at(0).io.to('elsewhere').emit('said', 'not for this one');
    socket.connect();
    for (let number = 0; number < 30; number += 1)
      at(number % 2)
        .io.to('hall')
        .emit('said', `then ${number}`);
    await waitFor('all', async () => heard.length >= 61, { dump: () => heard });
    at(0).io.to('hall').emit('said', 'end');
    await waitFor('the end', async () => heard.at(-1) === 'end', { dump: () => heard });
    expect([socket.recovered, socket.id]).toEqual([true, id]);
    expect(heard).toHaveLength(62);
    expect(new Set(heard).size).toBe(62);
    expect(heard.slice(1, 61).filter((said) => said.startsWith('missed'))).toHaveLength(30);
  });

  it('reads nothing of what it published itself, though it was numbered before what stands in front was heard of', async () => {
    const pool = new pg.Pool({ connectionString: database.url, max: 1, options: '-c role=ttn_app' });
    const heard: unknown[] = [];
    let idle = false;
    const reader = new StreamReader({
      ...{ connectionString: database.url, pool, own: 'self', onGap: () => undefined },
      isIdle: () => idle,
      onError: (error) => heard.push(error),
      deliver: (message) => heard.push(message),
      tellAhead: () => undefined,
    });
    await reader.start();
    const message = (uid: string) =>
      ({ uid, nsp: '/nowhere', type: MessageType.BROADCAST }) as unknown as ClusterMessage;
    const publish = async (by: string): Promise<void> => {
      const bytes = Buffer.from(encode(message(by)));
      await pool.query('select ws_publish($1, $2, $3)', [1, bytes, by]);
    };
    const next = BigInt(reader.position ?? 0) + 1n;
    // The object itself arrives, so it was not read; and only behind the one that came first.
    const own = message('self');
    reader.published(next + 1n, [{ bytes: encode(own), message: own }]);
    await publish('other');
    await publish('self');
    await waitFor('both', async () => heard.length === 2, { dump: () => heard });
    expect(heard[0]).toEqual(message('other'));
    expect(heard[1]).toBe(own);
    // What was numbered and then forgotten by a process that lost its line is read from the table.
    await publish('self');
    await publish('other');
    await waitFor('what is behind it', async () => heard.length === 4, { dump: () => heard });
    // While nobody is there it passes on unread, and goes on with what comes next.
    idle = true;
    await publish('unheard');
    await waitFor('the place behind it', async () => BigInt(reader.position ?? 0) === next + 4n);
    idle = false;
    await publish('late');
    await waitFor('what came late', async () => heard.length === 5, { dump: () => heard });
    expect(heard[4]).toEqual(message('late'));
    await reader.close();
    await pool.end();
  });

  it('gives the sockets of its own process at once what orders itself, and to all others, and loses none of it', async () => {
    const [near, far] = await Promise.all([open(0), open(1)]);
    const say = (text: string): void => {
      sayAtOnce(at(0), text);
    };
    // While nobody can publish, those nearby hear it all the same.
    const locked = new pg.Client({ connectionString: database.url });
    await locked.connect();
    await locked.query('begin');
    await locked.query('lock table ws_stream in access exclusive mode');
    say('now');
    await waitFor('the near one', async () => near.heard.length === 1);
    expect([near.heard, far.heard]).toEqual([['now'], []]);
    await locked.query('commit');
    await locked.end();
    await waitFor('the far one', async () => far.heard.length === 1);

    cutLine(near.socket, at(1).url);
    await waitFor('the loss', async () => (await database.query('select from ws_session')).length === 1);
    say('missed');
    await waitFor('the far one again', async () => far.heard.length === 2);
    near.socket.connect();
    at(1).io.to('hall').emit('said', 'end');
    await waitFor('the end', async () => near.heard.at(-1) === 'end', { dump: () => near.heard });
    expect(near.socket.recovered).toBe(true);
    expect([...new Set(near.heard)]).toEqual(['now', 'missed', 'end']);
    expect(far.heard).toEqual(['now', 'missed', 'end']);
  });

  it('brings nobody once more what was told ahead, unless somebody came back between', async () => {
    const [near, far, returning] = await Promise.all([open(0), open(1), open(1)]);
    await waitFor('word of the others', async () => at(0).backend.ahead() !== undefined);
    const tell = async (key: string): Promise<void> => {
      const { channel, by } = at(0).backend.ahead() ?? {};
      const payload = `${by}\u001ehall\u001f${key}\u001f${JSON.stringify(['said', key])}`;
      await database.query('select pg_notify($1, $2)', [channel, payload]);
    };
    await tell('one');
    await waitFor('the far one', async () => far.heard.length === 1);
    expect(near.heard).toEqual([]);
    sayAtOnce(at(0), 'one', 'one');
    sayAtOnce(at(0), 'two');
    await waitFor('what follows', async () => returning.heard.length === 2, { dump: () => returning.heard });
    expect([near, far, returning].map(({ heard }) => heard)).toEqual(Array(3).fill(['one', 'two']));

    cutLine(returning.socket, at(1).url);
    await waitFor('the loss', async () => (await database.query('select from ws_session')).length === 1);
    await tell('three');
    await waitFor('the far one again', async () => far.heard.length === 3);
    returning.socket.connect();
    await waitFor('the return', async () => returning.socket.connected);
    expect(returning.socket.recovered).toBe(true);
    sayAtOnce(at(0), 'three', 'three');
    sayAtOnce(at(0), 'end');
    await waitFor('the end', async () => returning.heard.at(-1) === 'end' && far.heard.at(-1) === 'end');
    expect(returning.heard).toEqual(['one', 'two', 'three', 'end']);
    expect(far.heard).toEqual(['one', 'two', 'three', 'three', 'end']);
    expect(near.heard).toEqual(['one', 'two', 'three', 'end']);
  });

  it('loses nothing of what is said while a session is being taken up', async () => {
    const { socket, heard } = await open(0);
    let said = 0;
    const say = (): void => {
      const text = String((said += 1));
      if (said % 3 > 0) sayAtOnce(at(0), text);
      else at(0).io.to('hall').emit('said', text);
    };
    say();
    await waitFor('its place', async () => (await database.query('select from ws_stream')).length > 0);
    say();
    await waitFor('the second', async () => heard.length === 2);
    atGuard = say;
    const talking = setInterval(say, 1);
    for (let round = 0; round < 15; round += 1) {
      const before = said;
      await waitFor('more', async () => heard.includes(String(before)));
      cutLine(socket, at(0).url);
      await waitFor('the loss', async () => (await database.query('select from ws_session')).length === 1);
      socket.connect();
      await waitFor('the return', async () => socket.connected);
      expect(socket.recovered).toBe(true);
    }
    clearInterval(talking);
    atGuard = () => undefined;
    await waitFor('the last', async () => heard.includes(String(said)), { dump: () => [said, heard.at(-1)] });
    const unheard = Array.from({ length: said }, (_, place) => String(place + 1)).filter(
      (text) => !heard.includes(text),
    );
    expect(unheard).toEqual([]);
    const inTurn = heard.map(Number).filter((number) => number % 3 === 0);
    expect(inTurn).toEqual(Array.from({ length: Math.floor(said / 3) }, (_, place) => 3 * place + 3));
  });

  it('loses nothing where a process is alone: not for who comes back, not for a process that starts', async () => {
    const other = await testDatabase();
    const alone = await startProcess(other);
    const near = await openAt(alone);
    const { id } = near.socket;
    sayAtOnce(alone, 'now');
    await waitFor('the first', async () => near.heard.length === 1);
    await waitFor('its place', async () => (await other.query('select from ws_stream')).length === 1);
    sayAtOnce(alone, 'offset');
    await waitFor('the second', async () => near.heard.length === 2);
    near.socket.io.engine.close();
    await waitFor('the loss', async () => (await other.query('select from ws_session')).length === 1);
    near.socket.connect();
    // Just before it is let in again, so that this still gathers when it asks what it missed.
    alone.io.engine.once('connection', () => {
      sayAtOnce(alone, 'missed');
    });
    await waitFor('what was missed', async () => near.heard.includes('missed'), { dump: () => near.heard });
    expect([near.socket.recovered, near.socket.id]).toEqual([true, id]);

    let number = 0;
    const talking = setInterval(() => {
      sayAtOnce(alone, String((number += 1)));
    }, 1);
    const late = await startProcess(other);
    const far = await openAt(late);
    const from = number + 1;
    await waitFor('more', async () => number > from + 100);
    clearInterval(talking);
    const expected = Array.from({ length: number - from + 1 }, (_, place) => String(from + place));
    await waitFor('the last', async () => far.heard.at(-1) === String(number), { dump: () => far.heard });
    expect(far.heard.slice(far.heard.indexOf(String(from)))).toEqual(expected);
    await late.stop();
    await alone.stop();
    await other.drop();
  });

  it('lets a client begin afresh when what it missed is gone', async () => {
    const { socket, heard } = await open(1);
    at(0).io.to('hall').emit('said', 'before');
    await waitFor('the first', async () => heard.length === 1);
    const { id } = socket;
    cutLine(socket, at(1).url);
    await waitFor('the loss', async () => (await database.query('select from ws_session')).length === 1);
    await database.query('delete from ws_stream');
    socket.connect();
    await waitFor('the new beginning', async () => socket.connected);
    expect(socket.recovered).toBe(false);
    expect(socket.id).not.toBe(id);
  });
});

function at(index: number): Process {
  const found = processes[index];
  if (!found) throw new Error(`There is no process ${index}.`);
  return found;
}

function sayAtOnce({ io }: Process, text: string, key?: string): void {
  void io
    .of('/')
    .adapter.broadcast(
      { type: 2, nsp: '/', data: ['said', text] },
      { rooms: new Set(['hall']), except: new Set(), flags: { atOnce: true, key } as object },
    );
}

function open(index: number, room?: string): Promise<{ socket: Socket; heard: string[] }> {
  return openAt(at(index), room);
}

/** A client in one room, with everything it heard. */
async function openAt({ url }: Process, room = 'hall'): Promise<{ socket: Socket; heard: string[] }> {
  const socket = connect(url, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth: { room },
  });
  clients.push(socket);
  const heard: string[] = [];
  socket.on('said', (text: string) => heard.push(text));
  await waitFor('the connection', async () => socket.connected);
  return { socket, heard };
}

/** Breaks the line as a lost network does, and points the client at `url` for its next attempt. */
function cutLine(socket: Socket, url: string): void {
  socket.io.engine.close();
  (socket.io as unknown as { uri: string }).uri = url;
}

/** What an API process has of this, on the rights of `ttn_app`. */
async function startProcess(on = database): Promise<Process> {
  const pool = new pg.Pool({ connectionString: on.url, max: 3, options: '-c role=ttn_app' });
  let gaps = 0;
  const backend = postgresStream({
    connectionString: on.url,
    pool,
    guard: async (session) => {
      atGuard();
      // As reading somebody's rights takes.
      await pool.query('select 1');
      return session;
    },
    onGap: () => (gaps += 1),
    onError: () => undefined,
  });
  await backend.start();
  const http: HttpServer = createServer();
  const io = new Server(http, {
    // socket.io calls it with `new`.
    adapter: backend.adapter,
    connectionStateRecovery: { maxDisconnectionDuration: 120_000, skipMiddlewares: true },
    maxHttpBufferSize: 1_000_000,
  });
  io.on('connection', (socket) => {
    if (!socket.recovered) void socket.join(String(socket.handshake.auth.room));
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    io,
    backend,
    gaps: () => gaps,
    stop: async () => {
      await io.close();
      await backend.close();
      await pool.end();
    },
  };
}
