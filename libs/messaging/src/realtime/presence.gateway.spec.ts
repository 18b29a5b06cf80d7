import { type Actor, systemActor } from '#libs/kernel';
import { type Database, type Listener, newId } from '#libs/platform/database';
import type { Presence, RealtimeServer, SocketEventTable, SocketLine } from '#libs/platform/realtime';
import { waitFor } from '../../../../test/support/wait.js';
import { CHOICES_CHANGED, Circles } from '../app/circles.js';
import { ROOM_CHANGED } from '../app/room-lines.js';
import type { CircleSeat } from '../domain/circle.js';
import { PresenceGateway } from './presence.gateway.js';

const KIM = newId();
const LEE = newId();
const PARK = newId();

const seat = (personId: string): CircleSeat => ({
  ...{ personId, organizationId: `of-${personId}`, isSilenced: false, showsPresence: true, keepsAway: [] },
});

/** One process with a line for each of Kim and Lee, who talk with each other, and of Park, who talks with Lee. */
async function oneProcess() {
  const [theirs, other] = [newId(), newId()];
  const circles: Record<string, CircleSeat[]> = {
    [theirs]: [seat(KIM), seat(LEE)],
    [other]: [seat(LEE), seat(PARK)],
  };
  const channels = new Map<string, (payload: string) => void>();
  const listener = {
    connected: true,
    reconnect: (): void => undefined,
    listen: (channel: string, handler: (payload: string) => void) => {
      channels.set(channel, handler);
      return Promise.resolve();
    },
    onReconnect: (action: () => void) => (listener.reconnect = action),
  };
  const reading = { before: (): void => undefined };
  const rows = {
    of: async (_reads: unknown, id: string) => {
      const read = circles[id] ?? [];
      await Promise.resolve();
      reading.before();
      return read;
    },
  };
  const remembered = new Circles(undefined as unknown as Database, listener as unknown as Listener, rows);
  const resets: string[] = [];
  let events: SocketEventTable = {};
  const realtime = {
    register: (table: SocketEventTable) => (events = table),
    emitHere: (line: string, name: string) => resets.push(`${line} ${name}`),
  };
  const presence = { onChange: () => undefined, isHere: () => true };
  new PresenceGateway(
    realtime as unknown as RealtimeServer,
    presence as unknown as Presence,
    remembered,
  ).onModuleInit();
  await remembered.onApplicationBootstrap();

  const rooms = new Map<string, Set<string>>();
  const watch = async (id: string, personId: string, conversationId: string) => {
    const mine = new Set<string>();
    rooms.set(id, mine);
    const line: SocketLine = {
      id,
      join: (some) => some.forEach((room) => mine.add(room)),
      leave: (some) => some.forEach((room) => mine.delete(room)),
      onClosed: () => undefined,
    };
    const organization = { ...{ id: `of-${personId}`, kind: 'sme', role: 'editor', signatory: false } };
    const actor: Actor = { ...systemActor('request'), personId, organization };
    return events['messaging.watch-presence']?.handle(actor, { conversationId }, line);
  };
  return {
    theirs,
    circles,
    reading,
    listener,
    resets,
    watch,
    announce: (channel: string, payload: string) => channels.get(channel)?.(payload),
    /** Asks of so many other rooms that the first are no longer remembered. */
    forget: async () => {
      for (let room = 0; room < 5_000; room += 1) await remembered.of(newId());
    },
    watchAll: async () => {
      await watch('kim', KIM, theirs);
      await watch('lee', LEE, theirs);
      await watch('park', PARK, other);
    },
    follows: (id: string) => rooms.get(id)?.size,
  };
}

const RESET = 'messaging.presence-reset';

describe('who watches a room', () => {
  it.each<[string, (started: Awaited<ReturnType<typeof oneProcess>>) => void]>([
    ['somebody in it has chosen anew', ({ announce }) => announce(CHOICES_CHANGED, KIM)],
    ['it has changed', ({ announce, theirs }) => announce(ROOM_CHANGED, theirs)],
  ])('is told by no old rule once %s, whether it is remembered or not', async (_when, change) => {
    for (const isForgotten of [false, true]) {
      const started = await oneProcess();
      await started.watchAll();
      if (isForgotten) await started.forget();
      change(started);
      await waitFor('both resets', async () => started.resets.length === 2, {
        dump: async () => started.resets,
      });
      expect(started.resets.sort()).toEqual([`kim ${RESET}`, `lee ${RESET}`]);
      expect(['kim', 'lee', 'park'].map(started.follows)).toEqual([0, 0, 1]);
    }
  });

  it('begins by what holds now, though it changed while that was read', async () => {
    const { theirs, circles, reading, announce, watch, follows } = await oneProcess();
    reading.before = () => {
      reading.before = () => undefined;
      circles[theirs] = [seat(KIM), { ...seat(LEE), showsPresence: false }];
      announce(ROOM_CHANGED, theirs);
    };
    await watch('kim', KIM, theirs);
    expect(follows('kim')).toBe(0);
  });

  it('asks again after announcements may have been missed, also who began meanwhile', async () => {
    const started = await oneProcess();
    started.listener.connected = false;
    await started.watchAll();
    started.listener.connected = true;
    started.listener.reconnect();
    expect(started.resets.sort()).toEqual([`kim ${RESET}`, `lee ${RESET}`, `park ${RESET}`]);
  });
});
