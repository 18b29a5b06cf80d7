import pg from 'pg';
import { atLeast, atMost, type Goal } from '../setting/report.js';
import { type Delays, delaysOf, type Paced, Talk } from './talk.js';
import type { MessagingSetting } from './setting.js';
import { openRooms, seatTalkers } from './talkers.js';

const ROOMS = 20;
const MEMBERS = 10;
const GOAL_PER_SECOND = 300;
const STRETCH_PER_SECOND = 800;
const SHORT_SECONDS = 20;
const STRETCH_SECONDS = 10;
const WARM_UP_SECONDS = 3;
const COMMITS_FOR_MS = 2_000;

interface Durable extends Paced {
  readonly offeredPerSecond: number;
  readonly seconds: number;
  /** Acknowledged and not in the database; more rows than acknowledgements; numbers that are missing. */
  readonly lost: number;
  readonly doubled: number;
  readonly gaps: number;
}

/** 200 people in 20 rooms write at a given rate; each message is acknowledged when it is on the disk. */
export async function measureDurable(
  setting: MessagingSetting,
  minutes: number | undefined,
): Promise<{ figures: object; goals: Goal[] }> {
  const { url } = await setting.server('ttn');
  const talkers = await seatTalkers(setting.database, setting.config, ROOMS * MEMBERS);
  const lists = Array.from({ length: ROOMS }, (_, room) =>
    talkers.slice(room * MEMBERS, (room + 1) * MEMBERS),
  );
  const rooms = await openRooms(setting.database, lists);
  const seats = rooms.flatMap((room) => room.members.map((talker) => ({ talker, room, url })));
  const talk = await Talk.begin('durable', seats);
  const measure = async (offeredPerSecond: number, seconds: number): Promise<Durable> => {
    const before = await stored(setting);
    const paced = await talk.pace(offeredPerSecond, seconds);
    const after = await stored(setting);
    const rows = after.rows - before.rows;
    return {
      offeredPerSecond,
      seconds,
      ...paced,
      lost: Math.max(0, paced.acknowledged - rows),
      doubled: Math.max(0, rows - paced.sent),
      gaps: after.gaps,
    };
  };
  await talk.pace(GOAL_PER_SECOND, WARM_UP_SECONDS);
  const goal = await measure(GOAL_PER_SECOND, minutes === undefined ? SHORT_SECONDS : minutes * 60);
  const stretch = await measure(STRETCH_PER_SECOND, STRETCH_SECONDS);
  const ceiling = await commits(setting.database.url);
  talk.end();
  return {
    figures: { senders: talkers.length, rooms: ROOMS, runs: [goal, stretch], oneCommitMilliseconds: ceiling },
    goals: [
      atLeast(
        `durable: messages per second of ${GOAL_PER_SECOND} offered`,
        GOAL_PER_SECOND * 0.99,
        goal.perSecond,
      ),
      atMost('durable: ack p50, milliseconds', 20, goal.ack.p50),
      atMost('durable: ack p99, milliseconds', 150, goal.ack.p99),
      atLeast('durable, stretch: messages per second', STRETCH_PER_SECOND * 0.99, stretch.perSecond),
      atMost('durable: lost, doubled or missing', 0, wrong(goal) + wrong(stretch)),
    ],
  };
}

const wrong = ({ lost, doubled, gaps }: Durable): number => lost + doubled + gaps;

/** Rows there are, and conversations whose numbers are not 1 to their last. */
async function stored({ database }: MessagingSetting): Promise<{ rows: number; gaps: number }> {
  const [row] = await database.query<{ rows: number; gaps: number }>(
    `select coalesce(sum(n), 0)::int as rows, count(*) filter (where n <> last or n <> last_seq)::int as gaps
     from (select conversation_id, count(*) as n, max(seq) as last from message group by 1) m
     join conversation c on c.id = m.conversation_id`,
  );
  return row ?? { rows: 0, gaps: 0 };
}

/** The ceiling of an acknowledgement: one row, one commit, one connection, nothing around it. */
async function commits(url: string): Promise<Delays> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const took: number[] = [];
  try {
    await client.query('create table commit_probe (id int primary key, body text)');
    const until = performance.now() + COMMITS_FOR_MS;
    for (let id = 0; performance.now() < until; id += 1) {
      const at = performance.now();
      await client.query({
        name: 'probe',
        text: 'insert into commit_probe values ($1, $2)',
        values: [id, 'x'.repeat(100)],
      });
      took.push(performance.now() - at);
    }
    await client.query('drop table commit_probe');
  } finally {
    await client.end();
  }
  return delaysOf(took);
}
