import { warnSeldom } from './warn-seldom.js';

describe('a warning of what fails for everybody', () => {
  it('is one line a second, and counts', () => {
    const lines: unknown[] = [];
    let now = 5;
    const warn = warnSeldom({ warn: (line: object) => lines.push(line) }, 'Away.', () => now);
    for (let push = 0; push < 20_000; push += 1) warn('full');
    now += 1_000;
    warn('still full');
    expect(lines).toEqual([
      { err: 'full', times: 1 },
      { err: 'still full', times: 20_000 },
    ]);
  });
});
