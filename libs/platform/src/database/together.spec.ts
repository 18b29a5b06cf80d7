import { Together } from './together.js';

describe('Together', () => {
  it('asks once for all that gather, and answers each their own', async () => {
    const asked: number[][] = [];
    const together = new Together(async (items: readonly number[]) => {
      asked.push([...items]);
      await Promise.resolve();
      return items.map((item) => item * 10);
    });
    const early = [1, 2, 3].map((item) => together.add(item));
    const late = early[0]?.then(() => Promise.all([together.add(4), together.add(4)]));
    expect(await Promise.all(early)).toEqual([10, 20, 30]);
    expect(await late).toEqual([40, 40]);
    expect(asked).toEqual([
      [1, 2, 3],
      [4, 4],
    ]);
  });

  it('fails whoever waited, and goes on with who comes after', async () => {
    let broken = true;
    const together = new Together((items: readonly string[]) =>
      broken ? Promise.reject(new Error('away')) : Promise.resolve(items),
    );
    const outcomes = await Promise.allSettled([together.add('a'), together.add('b')]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    broken = false;
    expect(await together.add('c')).toBe('c');
  });
});
