import { BoundedPool } from './bounded-pool.js';

/** A task that ends when it is told to. */
function task() {
  let finish = (): void => undefined;
  const done = new Promise<void>((resolve) => {
    finish = resolve;
  });
  return { run: () => done, finish: () => finish() };
}

describe('a bounded pool', () => {
  it('runs so many at once, the others in order, and refuses what is too much', async () => {
    const pool = new BoundedPool(2, 2);
    const begun: number[] = [];
    const tasks = [task(), task(), task(), task()];
    const runs = tasks.map((one, index) =>
      pool.run(() => {
        begun.push(index);
        return one.run();
      }),
    );
    await expect(pool.run(async () => undefined)).rejects.toMatchObject({ code: 'auth/busy' });
    expect(begun).toEqual([0, 1]);
    tasks[1]?.finish();
    await runs[1];
    expect(begun).toEqual([0, 1, 2]);
    for (const { finish } of tasks) finish();
    await Promise.all(runs);
    expect(begun).toEqual([0, 1, 2, 3]);
    expect(await pool.run(async () => 'free again')).toBe('free again');
  });

  it('gives a place back when a task fails', async () => {
    const pool = new BoundedPool(1, 0);
    await expect(pool.run(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await pool.run(async () => 'free again')).toBe('free again');
  });
});
