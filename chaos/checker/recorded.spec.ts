import { join } from 'node:path';
import { broken, checkHistory } from './check-history.js';
import { checkJobs } from './check-jobs.js';
import { ofConversation, readHistory, shortestBroken } from './history-file.js';

const recorded = (name: string) => readHistory(join(import.meta.dirname, '..', 'recorded', `${name}.jsonl`));

/** Recorded by `npm run chaos -- --mutant NAME --record FILE`: systems that were broken on purpose, cut short. */
describe('the checker, on what broken systems did', () => {
  it.each([
    ['lingering-members', 'late'],
    ['renewed-ids', 'doubled'],
    ['repeating-messages', 'doubled'],
    ['unsynced-commits', 'lost'],
    ['hasty-ack', 'lost'],
    ['hasty-push', 'diverged'],
    ['unlocked-numbers', 'gaps'],
    ['skipped-catch-up', 'diverged'],
    ['believed-arrival', 'diverged'],
  ])('is red for %s: %s', (name, promise) => {
    expect(Object.keys(broken(checkHistory(recorded(name))))).toContain(promise);
  });

  it('cuts a history down to what shows the fault', () => {
    const history = recorded('lingering-members');
    const shortest = shortestBroken(history);
    expect(shortest?.attempts.length).toBeLessThanOrEqual(history.attempts.length);
    expect(shortestBroken(ofConversation(history, 'another'))).toBeUndefined();
  });
});

describe('the checker of jobs', () => {
  it('lets deliveries repeat, and finds what was lost, done twice, or never asked for', () => {
    expect(checkJobs({ asked: ['a', 'b'], begun: ['a', 'a', 'b'], done: ['b', 'a'] })).toEqual({
      ...{ lost: [], doubled: [], unexpected: [] },
    });
    expect(checkJobs({ asked: ['a', 'b'], begun: ['a'], done: ['a', 'a', 'c'] })).toEqual({
      ...{ lost: ['b'], doubled: ['a'], unexpected: ['c'] },
    });
  });
});
