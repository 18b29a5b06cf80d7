import { GRACE_SECONDS, judgeRefresh } from './refresh-verdict.js';

const current = { generation: 5, currentGeneration: 5, secondsSinceRotation: 3_600, sessionOver: false };

describe('a refresh token', () => {
  it.each([
    ['that is current', {}, 'rotate'],
    [
      'before the current one, within the grace',
      { generation: 4, secondsSinceRotation: GRACE_SECONDS },
      'repeat',
    ],
    ['before the current one, later', { generation: 4, secondsSinceRotation: GRACE_SECONDS + 0.1 }, 'reused'],
    ['older than that, within the grace', { generation: 3, secondsSinceRotation: 0 }, 'reused'],
    ['that is current, of a session that is over', { sessionOver: true }, 'over'],
    ['that was used, of a session that is over', { generation: 3, sessionOver: true }, 'over'],
  ])('%s: %o → %s', (_, change, verdict) => {
    expect(judgeRefresh({ ...current, ...change })).toBe(verdict);
  });
});
