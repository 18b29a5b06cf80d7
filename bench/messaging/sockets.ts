import { rounded } from '../setting/figures.js';
import { atMost, type Goal } from '../setting/report.js';
import { readMessages } from './read-messages.js';
import type { MessagingSetting, Served } from './setting.js';
import { type Seat, Talk } from './talk.js';
import { openRooms, type Room, seatTalkers } from './talkers.js';

const HELD = 5_000;
/** What the first ones cost is the warm-up of the server: code compiled, caches filled. */
const FIRST = 1_000;
const STORM = 2_000;
const MEMBERS = 10;
/** Messages that everybody misses in each room while the lines are down. */
const MISSED = 5;
const LIMIT_KIB = 40;
const SETTLE_MS = 1_500;

/** Sockets held signed in, their memory against a bare socket.io socket, and a storm of those who come back. */
export async function measureSockets(setting: MessagingSetting): Promise<{ figures: object; goals: Goal[] }> {
  const talkers = await seatTalkers(setting.database, setting.config, HELD);
  const groups = Array.from({ length: HELD / MEMBERS }, (_, room) =>
    talkers.slice(room * MEMBERS, (room + 1) * MEMBERS),
  );
  const rooms = await openRooms(setting.database, groups);
  const seatsAt = ({ url }: Served): Seat[] =>
    rooms.flatMap((room) => room.members.map((talker) => ({ talker, room, url })));
  const bare = await setting.server('bare');
  const ttn = await setting.server('ttn');
  const bareKib = (await hold('bare', bare, seatsAt(bare))).kib;
  const held = await hold('held', ttn, seatsAt(ttn));
  const storm = await weather(setting, rooms.slice(0, STORM / MEMBERS), ttn);
  return {
    figures: {
      sockets: HELD,
      kibPerSocket: { bare: bareKib, ttn: held.kib },
      connectedPerSecond: held.connectedPerSecond,
      storm: { sockets: STORM, missedEach: MISSED, ...storm },
    },
    goals: [
      atMost('sockets: memory, TTN / bare socket.io', 1.2, rounded(held.kib / bareKib)),
      atMost('sockets: KiB each', LIMIT_KIB, held.kib),
      atMost(`storm of ${STORM}: all caught up, milliseconds`, 10_000, storm.caughtUpMilliseconds),
      atMost('storm: sockets that missed a message', 0, storm.incomplete),
    ],
  };
}

async function hold(
  name: string,
  server: Served,
  seats: readonly Seat[],
): Promise<{ kib: number; connectedPerSecond: number }> {
  const first = await Talk.begin(`${name}-first`, seats.slice(0, FIRST));
  await pause(SETTLE_MS);
  const before = await server.memory();
  const began = performance.now();
  const rest = await Talk.begin(name, seats.slice(FIRST));
  const seconds = (performance.now() - began) / 1_000;
  await pause(SETTLE_MS);
  const after = await server.memory();
  rest.end();
  first.end();
  await pause(SETTLE_MS);
  const count = seats.length - FIRST;
  return { kib: rounded((after - before) / 1_024 / count), connectedPerSecond: rounded(count / seconds) };
}

/**
 * All lines break at once; while they are down messages are posted in every room; then everybody connects at the
 * same time and asks for what they missed, as a client does.
 */
async function weather(
  setting: MessagingSetting,
  rooms: readonly Room[],
  { url }: Served,
): Promise<{ caughtUpMilliseconds: number; incomplete: number }> {
  const seats = rooms.flatMap((room) => room.members.map((talker) => ({ talker, room, url })));
  const talk = await Talk.begin('storm', seats);
  talk.cut();
  const writers = rooms.flatMap((room) => room.members.slice(0, 1).map((talker) => ({ talker, room, url })));
  const writing = await Talk.begin('missed', writers);
  await writing.pace(rooms.length, MISSED);
  writing.end();
  const [row] = await setting.database.query<{ least: number }>(
    'select min(last_seq)::int as least from conversation where id = any($1::uuid[])',
    [rooms.map(({ id }) => id)],
  );
  const expected = row?.least ?? 0;
  const began = performance.now();
  const back = await Promise.all(
    seats.map(async (seat) => {
      const socket = await Talk.begin('back', [seat]);
      const missed = await readMessages(url, seat.talker, seat.room.id, 0);
      return { socket, complete: missed.length >= expected && expected > 0 };
    }),
  );
  const caughtUpMilliseconds = Math.round(performance.now() - began);
  for (const { socket } of back) socket.end();
  return { caughtUpMilliseconds, incomplete: back.filter(({ complete }) => !complete).length };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
