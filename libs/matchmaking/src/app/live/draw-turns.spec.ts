import { DrawTurns } from './draw-turns.js';

const tick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('turns to draw lists', () => {
  it('never overlap, and come in the order in which they were asked for', async () => {
    const turns = new DrawTurns();
    const steps: string[] = [];
    const work = (name: string) => async (): Promise<string> => {
      steps.push(`${name} draws`);
      await tick();
      steps.push(`${name} is written`);
      return name;
    };
    expect(await Promise.all(['a', 'b', 'c'].map((name) => turns.take(work(name))))).toEqual(['a', 'b', 'c']);
    expect(steps).toEqual(['a', 'b', 'c'].flatMap((name) => [`${name} draws`, `${name} is written`]));
  });

  it('go on after one that failed, which hears of it', async () => {
    const turns = new DrawTurns();
    const failing = turns.take(() => Promise.reject(new Error('no room')));
    const next = turns.take(() => Promise.resolve('drawn'));
    await expect(failing).rejects.toThrow('no room');
    expect(await next).toBe('drawn');
  });
});
