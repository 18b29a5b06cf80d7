import { PresenceBoard, type PresenceGossip } from './presence-board.js';

const TIMES = { graceMs: 1_000, silentMs: 3_000 };

/** Boards that hear each other, but for what `lost` takes away. */
function cluster(...names: string[]) {
  const heard: string[] = [];
  let lost = (_gossip: PresenceGossip): boolean => false;
  const boards = new Map<string, PresenceBoard>();
  for (const name of names) {
    const send = (gossip: PresenceGossip): void => {
      if (lost(gossip)) return;
      for (const [other, board] of boards) if (other !== name) board.hear(gossip, Date.now());
    };
    boards.set(
      name,
      new PresenceBoard(name, TIMES, send, (actor, here) =>
        heard.push(`${name}: ${here ? '+' : '-'}${actor}`),
      ),
    );
  }
  const board = (name: string): PresenceBoard => {
    const found = boards.get(name);
    if (!found) throw new Error(name);
    return found;
  };
  return {
    board,
    heard,
    lose: (which: (gossip: PresenceGossip) => boolean) => (lost = which),
    kill: (name: string) => boards.delete(name),
  };
}

describe('PresenceBoard', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('counts connections, and lets nobody go before their grace is over', () => {
    const { board, heard } = cluster('a', 'b');
    board('a').enter('kim');
    board('a').enter('kim');
    board('a').leave('kim');
    jest.advanceTimersByTime(5_000);
    expect(board('b').isHere('kim')).toBe(true);
    board('a').leave('kim');
    jest.advanceTimersByTime(900);
    board('a').enter('kim');
    jest.advanceTimersByTime(5_000);
    expect(heard).toEqual(['b: +kim', 'a: +kim']);
    board('a').leave('kim');
    jest.advanceTimersByTime(1_000);
    expect(heard.slice(2)).toEqual(['b: -kim', 'a: -kim']);
  });

  it('keeps those here who change over to another process', () => {
    const { board, heard } = cluster('a', 'b');
    board('a').enter('kim');
    board('b').enter('kim');
    board('a').leave('kim');
    jest.advanceTimersByTime(5_000);
    expect(board('a').isHere('kim')).toBe(true);
    expect(heard).not.toContain('a: -kim');
  });

  it('asks again where something was lost on the way, also more than fits into one message', () => {
    const { board, heard, lose } = cluster('a', 'b');
    lose(({ kind }) => kind === 'change');
    for (let number = 0; number < 120; number += 1) board('a').enter(`p${number}`);
    expect(heard.filter((line) => line.startsWith('b'))).toEqual([]);
    board('a').beat(Date.now());
    expect(heard.filter((line) => line.startsWith('b'))).toHaveLength(120);
    board('a').leave('p7');
    jest.advanceTimersByTime(1_000);
    board('a').beat(Date.now());
    expect(board('b').isHere('p7')).toBe(false);
  });

  it('tells a process that comes later, and forgets one that falls silent', () => {
    const { board, heard, kill, lose } = cluster('a', 'b', 'c');
    lose(({ from, kind }) => from === 'a' && kind === 'change');
    board('a').enter('kim');
    lose(() => false);
    board('c').greet();
    expect(board('c').isHere('kim')).toBe(true);
    kill('a');
    jest.advanceTimersByTime(2_900);
    board('c').beat(Date.now());
    expect(board('c').isHere('kim')).toBe(true);
    jest.advanceTimersByTime(200);
    board('c').beat(Date.now());
    expect(board('c').isHere('kim')).toBe(false);
    expect(heard).toContain('c: -kim');
  });

  it('gives the people of a process that stops their grace', () => {
    const { board } = cluster('a', 'b');
    board('a').enter('kim');
    board('a').close();
    board('b').beat(Date.now());
    expect(board('b').isHere('kim')).toBe(true);
    jest.advanceTimersByTime(1_001);
    board('b').beat(Date.now());
    expect(board('b').isHere('kim')).toBe(false);
  });
});
