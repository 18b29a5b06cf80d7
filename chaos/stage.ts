import { setTimeout as pause } from 'node:timers/promises';
import { openRooms, type Room, seatTalkers, type Talker } from '../bench/messaging/talkers.js';
import type { Departure, History, Seen, StoredMessage } from './checker/check-history.js';
import { Member } from './clients/member.js';
import { readAll } from './clients/post.js';
import { Sender } from './clients/sender.js';
import { textOf } from './clients/text.js';
import type { Cluster } from './cluster.js';
import type { Mutant } from './mutants/index.js';
import type { Watch } from './watch.js';

const ROOMS = 6;
const SENDERS_EACH = 2;
const LISTENERS = 6;
const MEAN_PAUSE_MS = 60;
const PATIENCE_MS = 20_000;
/** For answers: on a busy machine a process takes its time to start. */
const ANSWER_WITHIN_MS = 60_000;
const RETRY_MS = 200;

interface People {
  readonly writers: readonly Talker[];
  readonly listeners: readonly Talker[];
  readonly leavers: readonly Talker[];
}

/**
 * The people: two who write in each room, six who listen in all of them, and one in each who will be removed.
 * All are clients in this process, so that one clock sees everything.
 */
export class Stage {
  readonly members: Member[];
  private readonly leavers: { readonly member: Member; readonly talker: Talker; readonly room: Room }[];
  private readonly departures: Departure[] = [];
  private readonly senders: Sender[];

  private constructor(
    private readonly cluster: Cluster,
    private readonly watch: Watch,
    private readonly rooms: readonly Room[],
    private readonly people: People,
    { chance, mutant }: { chance: () => number; mutant: Mutant },
  ) {
    const { listeners, leavers, writers } = people;
    const { addresses } = cluster;
    const conversationIds = rooms.map(({ id }) => id);
    this.members = listeners.map(
      (talker, index) =>
        new Member(`listener ${index + 1}`, {
          ...{ talker, conversationIds, addresses, home: index % addresses.length },
          flaw: mutant.flaw,
        }),
    );
    this.leavers = rooms.flatMap((room, index) => {
      const talker = leavers[index];
      if (!talker) return [];
      const home = index % addresses.length;
      const options = { talker, conversationIds: [room.id], addresses, home };
      return [{ talker, room, member: new Member(`leaver ${index + 1}`, options) }];
    });
    this.senders = writers.map((talker, index) => {
      const name = `s${index + 1}`;
      const conversationId = rooms[index % rooms.length]?.id ?? '';
      const options = { talker, conversationId, addresses, home: index % addresses.length };
      return new Sender(
        name,
        { ...options, pauseMs: MEAN_PAUSE_MS, chance, renewsIds: mutant.renewsIds ?? false },
        (attempt, home) => {
          watch.record(name, attempt, home);
        },
      );
    });
  }

  /** Everybody takes their place and begins. */
  static async set(cluster: Cluster, watch: Watch, chance: () => number, mutant: Mutant): Promise<Stage> {
    const { database, config } = cluster;
    const talkers = await seatTalkers(database, config, ROOMS * SENDERS_EACH + LISTENERS + ROOMS);
    const writers = talkers.splice(0, ROOMS * SENDERS_EACH);
    const listeners = talkers.splice(0, LISTENERS);
    const leavers = talkers;
    const rooms = await openRooms(
      database,
      Array.from({ length: ROOMS }, (_, index) => [
        ...writers.filter((__, writer) => writer % ROOMS === index),
        ...listeners,
        ...leavers.slice(index, index + 1),
      ]),
    );
    return new Stage(cluster, watch, rooms, { writers, listeners, leavers }, { chance, mutant });
  }

  /** Everybody who reads, those who will leave among them. */
  get readers(): Member[] {
    return [...this.members, ...this.leavers.map(({ member }) => member)];
  }

  /** The names of those who write. */
  get writers(): string[] {
    return this.senders.map(({ name }) => name);
  }

  /** Removes the next of those who leave, as of the number the room is at. */
  async removeOne(): Promise<void> {
    const leaver = this.leavers[this.departures.length];
    if (!leaver) return;
    const [row] = await this.cluster.database.query<{ leftSeq: number }>(REMOVE, [
      leaver.room.id,
      leaver.talker.personId,
    ]);
    this.departures.push({
      member: leaver.member.name,
      conversationId: leaver.room.id,
      leftSeq: row?.leftSeq ?? 0,
    });
  }

  /** Every sender finishes its message; after a quiet time everybody asks once more for what they missed. */
  async end(quietMs: number): Promise<void> {
    await Promise.all(this.senders.map((sender) => sender.stop()));
    await pause(quietMs);
    await Promise.race([Promise.all(this.readers.map((member) => member.settle())), pause(PATIENCE_MS)]);
    for (const member of this.readers) member.close();
  }

  /** Everything that was sent, stored, told and seen. */
  async history(): Promise<History> {
    const conversations = this.rooms.map(({ id }) => id);
    const truth = await this.cluster.database.query<StoredMessage & { body: string }>(STORED, [
      conversations,
    ]);
    const finals: (Seen & { reader: string })[] = [
      { reader: 'SQL', messages: truth.map(({ body, ...row }) => ({ ...row, text: textOf(body) })) },
    ];
    for (const [index, address] of this.cluster.addresses.entries()) {
      for (const [place, talker] of this.people.listeners.entries()) {
        const messages = (
          await Promise.all(conversations.map((id) => readPatiently(address, talker, id)))
        ).flat();
        finals.push({ reader: `api ${index + 1} as listener ${place + 1}`, messages });
      }
    }
    const leavers = this.leavers.map(({ member }) => member);
    return {
      attempts: this.watch.attempts,
      finals,
      applied: this.readers.map((member) => ({
        ...{ member: member.name, messages: member.applied, conversations: member.conversationIds },
      })),
      departures: this.departures,
      received: leavers.flatMap(({ name, received }) => received.map((each) => ({ member: name, ...each }))),
    };
  }
}

/** An api that has just been started again may need a moment. */
async function readPatiently(address: string, talker: Talker, id: string): Promise<StoredMessage[]> {
  for (const until = Date.now() + ANSWER_WITHIN_MS; ; await pause(RETRY_MS)) {
    try {
      const messages = await readAll(address, talker, id);
      return messages.map(({ conversationId, clientMessageId, seq, body }) => ({
        ...{ conversationId, clientMessageId, seq, text: textOf(body) },
      }));
    } catch (error) {
      if (Date.now() > until) throw error;
    }
  }
}

/** Under the lock under which messages are numbered; a repetition changes nothing. */
const REMOVE = `
  with room as (select id, last_seq from conversation where id = $1 for no key update)
  update participant p set left_seq = coalesce(p.left_seq, room.last_seq)
  from room where p.conversation_id = room.id and p.person_id = $2
  returning p.left_seq as "leftSeq"`;

const STORED = `
  select conversation_id as "conversationId", client_message_id as "clientMessageId", seq::int, body
  from message where conversation_id = any($1::uuid[]) order by conversation_id, seq`;
