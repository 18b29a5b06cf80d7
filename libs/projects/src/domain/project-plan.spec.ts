import { plannedMilestones } from './project-plan.js';
import { nextReminder, reminderFor } from './reminders.js';
import { areAllIn, mayBeginClosing, missingForClosing, unratedBy } from './closing.js';
import { missingLanguages } from './result.js';

const LEAD = 'lead';
const line = (title: string, due: string) => ({ title, due, organizationId: 'partner', deliverable: null });
const days = (workPlan: Parameters<typeof plannedMilestones>[0], endDay: string | null = null) =>
  plannedMilestones(workPlan, { startDay: '2027-01-10', endDay, leadId: LEAD }).map(
    ({ kind, position, dueDay }) => [kind, position, dueDay],
  );

describe('what a project has to show', () => {
  it('is its work plan by day, a report each half year, and the final one thirty days after the last', () => {
    expect(days([line('second', '2028-03-01'), line('first', '2027-02-28')])).toEqual([
      ['milestone', 1, '2027-02-28'],
      ['milestone', 2, '2028-03-01'],
      ['interim-report', 1, '2027-07-11'],
      ['final-report', 1, '2028-03-31'],
    ]);
  });

  it('ends with its period where there is no work plan, else within a year', () => {
    expect(days([], '2027-04-30')).toEqual([['final-report', 1, '2027-05-30']]);
    expect(days([]).at(-1)).toEqual(['final-report', 1, '2028-02-09']);
  });

  it('is never asked for before it has begun', () => {
    expect(days([line('long ago', '2026-05-01')]).at(-1)).toEqual(['final-report', 1, '2027-02-09']);
    expect(days([], '2026-05-01')).toEqual([['final-report', 1, '2027-02-09']]);
  });
});

describe('reminders', () => {
  it('go out once each, the newest in place of all that were missed', () => {
    expect(reminderFor(-15, null)).toBeUndefined();
    expect(reminderFor(-14, null)).toBe(-14);
    expect(reminderFor(-4, -14)).toBeUndefined();
    expect(reminderFor(9, -14)).toBe(7);
    expect(reminderFor(400, 30)).toBeUndefined();
  });

  it('end thirty days after the day', () => {
    expect([nextReminder(-100), nextReminder(-3), nextReminder(7), nextReminder(30)]).toEqual([
      -14,
      1,
      30,
      undefined,
    ]);
  });
});

describe('an end', () => {
  const done = { kind: 'milestone', state: 'accepted' } as const;
  const final = { kind: 'final-report', state: 'planned' } as const;
  const partners = ['a', 'b', 'c'].map((organizationId) => ({ organizationId }));
  const rated = (by: string, about: string) => ({ byOrganizationId: by, aboutOrganizationId: about });

  it('begins with all but the final report, and needs four things', () => {
    expect(mayBeginClosing([done, final])).toBe(true);
    expect(mayBeginClosing([{ ...done, state: 'submitted' }, final])).toBe(false);
    const nothing = { milestones: [final], hasResults: false, ratingsAreOpen: false };
    expect(missingForClosing(nothing)).toEqual(['final-report', 'results', 'ratings']);
    const all = { milestones: [done, { ...final, state: 'accepted' as const }], hasResults: true };
    expect(missingForClosing({ ...all, ratingsAreOpen: true })).toEqual([]);
  });

  it('waits until everybody has rated everybody else', () => {
    const some = [rated('a', 'b'), rated('a', 'c'), rated('b', 'a')];
    expect(unratedBy('a', partners, some)).toEqual([]);
    expect(unratedBy('b', partners, some)).toEqual(['c']);
    expect(areAllIn(partners, some)).toBe(false);
    expect(areAllIn(partners, [...some, rated('b', 'c'), rated('c', 'a'), rated('c', 'b')])).toBe(true);
    expect(areAllIn([{ organizationId: 'alone' }], [])).toBe(true);
  });

  it('is told in English and in its own language', () => {
    const text = (language: string) => ({ language, headline: 'h', story: 's' });
    expect(missingLanguages({ texts: [text('en')] }, 'ne')).toEqual(['ne']);
    expect(missingLanguages({ texts: [text('en')] }, 'en')).toEqual([]);
    expect(missingLanguages({ texts: [] }, 'en')).toEqual(['en']);
  });
});
