import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { waitFor } from '../../support/wait.js';
import { QueueHarness } from './queue-harness.js';

jest.setTimeout(60_000);

const ENTRY = join(import.meta.dirname, '../../../dist/apps/worker/src/main.js');

interface RunningWorker {
  child: ChildProcess;
  output: () => string;
  ended: Promise<[number | null, NodeJS.Signals | null]>;
}

describe('the worker as a process', () => {
  let harness: QueueHarness;
  const running: ChildProcess[] = [];

  const start = (variables: Record<string, string> = {}): RunningWorker => {
    const child = fork(ENTRY, [], {
      env: {
        NODE_ENV: 'test',
        DATABASE_URL: harness.database.url,
        TTN_SECRET: harness.config.TTN_SECRET,
        ...variables,
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    running.push(child);
    let text = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (piece: string) => (text += piece));
    }
    return { child, output: () => text, ended: once(child, 'exit') as RunningWorker['ended'] };
  };
  const ready = async (worker: RunningWorker): Promise<void> => {
    const answer = await Promise.race([once(worker.child, 'message'), worker.ended]);
    if (worker.child.exitCode !== null) throw new Error(`The worker ended: ${worker.output()}`);
    expect(answer[0]).toEqual({ type: 'ready' });
  };

  beforeAll(async () => {
    harness = await QueueHarness.start('postgres');
  });
  afterAll(async () => {
    for (const child of running)
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
    await harness.stop();
  });

  it('says once that it is ready, relays, and exits 0 on SIGTERM', async () => {
    const worker = start();
    await ready(worker);
    const [event] = await harness.database.query<{ id: string }>(
      `insert into outbox_event (id, type, aggregate_type, aggregate_id, aggregate_seq, actor_id, request_id, payload)
       values (uuidv7(), 'profile.facts-confirmed', 'thing', uuidv7(), 1, uuidv7(), 'r', '{}') returning id`,
    );
    await waitFor('the relay', async () => {
      const rows = await harness.database.query(
        'select 1 from outbox_event where id = $1 and relayed_at is not null',
        [event?.id],
      );
      return rows.length === 1;
    });
    worker.child.kill('SIGTERM');
    expect(await worker.ended).toEqual([0, null]);
    expect(worker.output().match(/"msg":"ready"/g)).toHaveLength(1);
  });

  it('exits 0 when its parent is gone', async () => {
    const worker = start();
    await ready(worker);
    worker.child.disconnect();
    expect(await worker.ended).toEqual([0, null]);
  });

  it('exits 1 with the list of what is wrong in its environment', async () => {
    const worker = start({ DATABASE_URL: 'nonsense', TTN_SECRET: 'short' });
    expect((await worker.ended)[0]).toBe(1);
    expect(worker.output()).toContain('The configuration is wrong:');
    expect(worker.output()).toMatch(/- DATABASE_URL: .*\n\s+- TTN_SECRET: /);
  });
});
