import { QueueLease } from '#libs/platform/queue';
import { testDatabase, type TestDatabase } from '../../support/test-database.js';
import { waitFor } from '../../support/wait.js';

let database: TestDatabase;
const told: string[] = [];
const leases: QueueLease[] = [];

const waiting = (name: string): QueueLease => {
  const lease = new QueueLease(database.config());
  leases.push(lease);
  lease.hold('matching', {
    gained: () => told.push(`${name} gained`),
    lost: () => told.push(`${name} lost`),
  });
  return lease;
};
const heard = (line: string): Promise<boolean> =>
  waitFor(line, async () => told.includes(line), { dump: () => told });

beforeAll(async () => {
  database = await testDatabase();
});

afterAll(async () => {
  await Promise.all(leases.map((lease) => lease.release()));
  await database.drop();
});

it('gives a queue to one process, and to the next when its connection ends', async () => {
  const first = waiting('first');
  await heard('first gained');
  // Ends when what it has asked is answered.
  await waiting('refused').release();
  expect(told).toEqual(['first gained']);
  const second = waiting('second');
  await database.query(`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'ttn-lease-matching' and datname = current_database()`);
  await heard('first lost');
  const gained = () => told.filter((line) => line.endsWith('gained'));
  await waitFor('one holder', async () => gained().length === 2, { dump: () => told });

  // Whoever waits may have it before its last holder hears of the end.
  const holder = gained().at(-1) === 'first gained' ? first : second;
  const other = holder === first ? second : first;
  const before = told.length;
  await holder.release();
  await waitFor('the other', async () => told.length > before, { dump: () => told });
  expect(told.at(-1)).toBe(other === first ? 'first gained' : 'second gained');
  await other.release();
  const [held] = await database.query<{ held: number }>(
    `select count(*)::int as held from pg_locks where locktype = 'advisory' and database =
       (select oid from pg_database where datname = current_database())`,
  );
  expect(held).toEqual({ held: 0 });
});
