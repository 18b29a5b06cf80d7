import { defineJob, definedJobs } from './define-job.js';

describe('defineJob', () => {
  it('lists every job by name', () => {
    const job = defineJob({ name: 'refresh-things', queue: 'matching', on: ['profile.changed'] });
    defineJob({ name: 'count-things', queue: 'default', every: 60_000 });
    expect(definedJobs().map(({ name }) => name)).toEqual(['count-things', 'refresh-things']);
    expect(definedJobs()[1]).toBe(job);
  });

  it('takes the same declaration again', () => {
    const before = definedJobs().length;
    defineJob({ name: 'refresh-things', queue: 'matching', on: ['profile.changed'] });
    expect(definedJobs()).toHaveLength(before);
  });

  it.each([
    ['a name that is no kebab-case', { name: 'Refresh', queue: 'default' }, /kebab-case/],
    ['a colon, which BullMQ forbids', { name: 'a:b', queue: 'default' }, /kebab-case/],
    [
      'two ways to start',
      { name: 'a', queue: 'default', on: ['profile.changed'], every: 1_000 },
      /by events or by time/,
    ],
    ['less than a second', { name: 'a', queue: 'default', every: 999 }, /once a second/],
    ['more than a day', { name: 'a', queue: 'default', every: 86_400_001 }, /once a day/],
    ['another job of that name', { name: 'refresh-things', queue: 'mail' }, /two different jobs/],
  ] as const)('refuses %s', (_what, definition, message) => {
    expect(() => defineJob(definition)).toThrow(message);
  });
});
