import { cpuOf } from '../setting/cpu-time.js';
import { type Figure, figure, shuffled } from '../setting/figures.js';
import { atLeast, type Goal } from '../setting/report.js';
import type { MessagingSetting, Served } from './setting.js';
import { Talk } from './talk.js';
import { openRooms, type Room, seatTalkers, type Talker } from './talkers.js';

/** Members of a room, how many rooms there are, and messages under way at once. */
const SHAPES = [
  { members: 2, rooms: 200, window: 200 },
  { members: 50, rooms: 10, window: 40 },
  { members: 1_000, rooms: 1, window: 4 },
] as const;
const KINDS = ['bare', 'unpersisted', 'ttn'] as const;
type Kind = (typeof KINDS)[number];

const ROUNDS = 3;
const SLICE_SECONDS = 2;
const WARM_UP_SECONDS = 0.7;

interface ShapeFigures {
  readonly members: number;
  readonly deliveriesPerSecond: Readonly<Record<Kind, Figure>>;
  readonly cpuMicrosecondsPerDelivery: Readonly<Record<Kind, Figure>>;
  /** Deliveries a second, within one round: unpersisted TTN to bare socket.io, and persisted to unpersisted. */
  readonly unpersistedToBare: Figure;
  readonly persistedToUnpersisted: Figure;
  /** CPU of the server's process per delivery, bare to unpersisted: 1 would be as little. */
  readonly cpuBareToUnpersisted: Figure;
}

/** Pushes a second in rooms of several sizes: bare socket.io, TTN without its disk, and TTN. */
export async function measurePush(setting: MessagingSetting): Promise<{ figures: object; goals: Goal[] }> {
  const talkers = await seatTalkers(setting.database, setting.config, 1_000);
  const servers = new Map<Kind, Served>();
  for (const kind of KINDS) servers.set(kind, await setting.server(kind));
  const shapes: ShapeFigures[] = [];
  for (const shape of SHAPES) shapes.push(await measureShape(setting, shape, talkers, servers));
  return {
    figures: { method: { rounds: ROUNDS, sliceSeconds: SLICE_SECONDS, shapes: SHAPES }, shapes },
    goals: shapes.flatMap(goalsOf),
  };
}

function goalsOf({
  members,
  unpersistedToBare,
  persistedToUnpersisted,
  deliveriesPerSecond,
}: ShapeFigures): Goal[] {
  const where = `rooms of ${members}`;
  return [
    atLeast(`push, ${where}: deliveries, unpersisted / bare socket.io`, 0.92, unpersistedToBare.median),
    atLeast(`push, ${where}: deliveries, persisted / unpersisted`, 0.65, persistedToUnpersisted.median),
    atLeast(`push, ${where}: deliveries per second, persisted`, 10_000, deliveriesPerSecond.ttn.median),
  ];
}

interface Slice {
  readonly perSecond: number;
  readonly cpu: number;
}

async function measureShape(
  setting: MessagingSetting,
  { members, rooms: count, window }: (typeof SHAPES)[number],
  talkers: readonly Talker[],
  servers: ReadonlyMap<Kind, Served>,
): Promise<ShapeFigures> {
  const lists = Array.from({ length: count }, (_, room) =>
    Array.from({ length: members }, (__, place) => (room * members + place) % talkers.length).flatMap(
      (place) => talkers.slice(place, place + 1),
    ),
  );
  const rooms = await openRooms(setting.database, lists);
  const slices = new Map<Kind, Slice[]>(KINDS.map((kind) => [kind, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const kind of shuffled(KINDS)) {
      const server = servers.get(kind);
      if (server) slices.get(kind)?.push(await flood(server, rooms, window, `${kind}-${members}-${round}`));
    }
  }
  const of = (kind: Kind, key: keyof Slice): number[] => (slices.get(kind) ?? []).map((slice) => slice[key]);
  const each = (key: keyof Slice): Record<Kind, Figure> => ({
    bare: figure(of('bare', key)),
    unpersisted: figure(of('unpersisted', key)),
    ttn: figure(of('ttn', key)),
  });
  const ratio = (of1: Kind, to: Kind, key: keyof Slice): Figure =>
    figure(of(of1, key).map((value, round) => value / (of(to, key)[round] ?? NaN)));
  return {
    members,
    deliveriesPerSecond: each('perSecond'),
    cpuMicrosecondsPerDelivery: each('cpu'),
    unpersistedToBare: ratio('unpersisted', 'bare', 'perSecond'),
    persistedToUnpersisted: ratio('ttn', 'unpersisted', 'perSecond'),
    cpuBareToUnpersisted: ratio('bare', 'unpersisted', 'cpu'),
  };
}

async function flood(
  { url, pid }: Served,
  rooms: readonly Room[],
  window: number,
  name: string,
): Promise<Slice> {
  const seats = rooms.flatMap((room) => room.members.map((talker) => ({ talker, room, url })));
  const talk = await Talk.begin(name, seats);
  try {
    const before = cpuOf(pid);
    const { perSecond, deliveries } = await talk.flood(SLICE_SECONDS, window, WARM_UP_SECONDS);
    // The warm-up is part of the processor's time, so it is part of what it is divided by.
    const share = SLICE_SECONDS / (SLICE_SECONDS + WARM_UP_SECONDS);
    return { perSecond, cpu: ((cpuOf(pid) - before) * share) / deliveries };
  } finally {
    talk.end();
  }
}
