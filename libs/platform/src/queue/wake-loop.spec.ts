import { WakeLoop } from './wake-loop.js';

const turns = (until: number) => {
  let count = 0;
  let reached: () => void = () => undefined;
  const done = new Promise<void>((resolve) => {
    reached = resolve;
  });
  return {
    done,
    take: () => {
      count += 1;
      if (count === until) reached();
      return count;
    },
  };
};

describe('WakeLoop', () => {
  it('goes on at once while the task asks for no pause, and ends with the turn under way', async () => {
    const turn = turns(3);
    let running = 0;
    const loop = new WakeLoop(
      async () => {
        running += 1;
        await new Promise((resolve) => setImmediate(resolve));
        running -= 1;
        return turn.take() < 3 ? 0 : 60_000;
      },
      () => undefined,
    );
    loop.start();
    await turn.done;
    await loop.stop();
    expect(running).toBe(0);
  });

  it('is woken from its pause, also by a call that came during the turn', async () => {
    const turn = turns(3);
    const loop = new WakeLoop(
      async () => {
        if (turn.take() === 2) loop.wake();
        return 60_000;
      },
      () => undefined,
    );
    loop.start();
    await new Promise((resolve) => setImmediate(resolve));
    loop.wake();
    await turn.done;
    await loop.stop();
  });

  it('reports a failure and tries again', async () => {
    const turn = turns(2);
    const failures: unknown[] = [];
    const loop = new WakeLoop(
      async () => {
        if (turn.take() === 1) throw new Error('once');
        return 60_000;
      },
      (error) => failures.push(error),
      1,
    );
    loop.start();
    await turn.done;
    await loop.stop();
    expect(failures).toEqual([new Error('once')]);
  });
});
