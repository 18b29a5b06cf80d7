import { atMost, type Goal } from '../setting/report.js';
import type { MessagingSetting } from './setting.js';
import { type Paced, Talk } from './talk.js';
import { openRooms, type Room, seatTalkers } from './talkers.js';

const PER_SECOND = 1_000;
const ROOMS = 250;
const SECONDS = 6;
const WARM_UP_SECONDS = 2;

/** From sending to seeing, in rooms of two, persisted: both at one process, each at another, and bare socket.io. */
export async function measureLatency(setting: MessagingSetting): Promise<{ figures: object; goals: Goal[] }> {
  const talkers = await seatTalkers(setting.database, setting.config, 2 * ROOMS);
  const pairs = Array.from({ length: ROOMS }, (_, room) => talkers.slice(2 * room, 2 * room + 2));
  const rooms = await openRooms(setting.database, pairs);
  const bare = await setting.server('bare');
  const here = await setting.server('ttn');
  const ceiling = await measure('ceiling', rooms, [bare.url, bare.url]);
  const within = await measure('within', rooms, [here.url, here.url]);
  const there = await setting.server('ttn', 2);
  const across = await measure('across', rooms, [here.url, there.url]);
  return {
    figures: { offeredPerSecond: PER_SECOND, rooms: ROOMS, seconds: SECONDS, bare: ceiling, within, across },
    goals: [
      atMost('send to seen, one process: p50, milliseconds', 2.5, within.seen.p50),
      atMost('send to seen, one process: p99, milliseconds', 25, within.seen.p99),
      atMost('send to seen, across two: p50, milliseconds', 3, across.seen.p50),
      atMost('send to seen, across two: p99, milliseconds', 15, across.seen.p99),
    ],
  };
}

/** First of each pair write, at the first address; second ones read, at the second. */
async function measure(
  name: string,
  rooms: readonly Room[],
  urls: readonly [string, string],
): Promise<Paced> {
  const seats = [0, 1].flatMap((place) =>
    rooms.flatMap((room) => {
      const talker = room.members[place];
      return talker ? [{ talker, room, url: urls[place] ?? '' }] : [];
    }),
  );
  const talk = await Talk.begin(name, seats);
  try {
    await talk.pace(PER_SECOND, WARM_UP_SECONDS, rooms.length);
    return await talk.pace(PER_SECOND, SECONDS, rooms.length);
  } finally {
    talk.end();
  }
}
