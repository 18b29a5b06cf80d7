import { pushesAhead, ToldAhead } from './told-ahead.js';

describe('what transactions tell ahead', () => {
  it('is read by room and push, but not by who told it', () => {
    const payload =
      'other\u001ehall\nannex\u001f1\u001f["said","a"]\u001f2\u001f["said","b"]\u001egarden\u001f3\u001f["c"]';
    expect(pushesAhead(payload, 'self')).toEqual([
      { key: '1', rooms: 'hall\nannex', words: '["said","a"]' },
      { key: '2', rooms: 'hall\nannex', words: '["said","b"]' },
      { key: '3', rooms: 'garden', words: '["c"]' },
    ]);
    expect(pushesAhead(payload, 'other')).toEqual([]);
  });

  it('is for nobody where it names no room, and nothing where it has no words', () => {
    expect(pushesAhead('', 'self')).toEqual([]);
    expect(pushesAhead('other', 'self')).toEqual([]);
    expect(pushesAhead('other\u001e\u001f1\u001f["said","a"]', 'self')).toEqual([]);
    expect(pushesAhead('other\u001ehall\u001f1', 'self')).toEqual([]);
  });

  it('counts as told once, and no more after a minute', () => {
    let now = 0;
    const told = new ToldAhead(() => now);
    for (const key of ['a', 'b', 'c']) told.add(key);
    expect([told.take('a'), told.take('a'), told.take('never')]).toEqual([true, false, false]);
    now = 60_000;
    told.add('d');
    expect([told.take('b'), told.take('c'), told.take('d')]).toEqual([false, false, true]);
    told.add('e');
    told.clear();
    expect(told.take('e')).toBe(false);
  });
});
