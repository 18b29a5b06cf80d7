import { nextState } from '#libs/kernel';
import { type ConflictRule, conflictsOf, type ProposalTies, type ReviewerTies } from './conflict.js';
import { batchTransitions, deciderRefusal, verdictGaps } from './decision-batch.js';
import { type QuotaFacts, totalsOf } from './decision-sheet.js';
import { reviewTransitions } from './review-states.js';
import { nextStepOf, scoreGaps, summaryOf, weightedTotal } from './scores.js';

const NOW = new Date('2026-11-22T00:00:00Z');

describe('conflicts', () => {
  const rule: ConflictRule = { organization: true, city: true, pastProjects: true, years: 3 };
  const reviewer: ReviewerTies = { personId: 'min', organizationIds: ['tours'], cityIds: ['busan'] };
  const proposal: ProposalTies = {
    organizationIds: ['lead', 'partner'],
    personIds: ['an'],
    cityIds: ['ipoh'],
    supporterIds: ['penang'],
  };
  const found = (changes: Partial<ProposalTies>, by: Partial<ConflictRule> = {}, at = '2025-01-01') =>
    conflictsOf(
      reviewer,
      { ...proposal, ...changes },
      { ...rule, ...by },
      [{ organizationIds: ['tours', 'old-friend'], at: new Date(at) }],
      NOW,
    ).map(({ kind }) => kind);

  it('are none between strangers', () => {
    expect(found({})).toEqual([]);
  });

  it('are found by person, organization, city and past projects', () => {
    expect(found({ personIds: ['min'] })).toEqual(['person']);
    expect(found({ organizationIds: ['tours'] })).toEqual(['organization']);
    expect(found({ cityIds: ['busan'] })).toEqual(['city']);
    expect(found({ organizationIds: ['old-friend'] })).toEqual(['past-project']);
    // A city that wrote a letter: its own people, and those at home there.
    expect(found({ supporterIds: ['tours'] })).toEqual(['organization']);
    expect(found({ supporterIds: ['busan'] })).toEqual(['city']);
  });

  it('follow the rule of the call, persons always', () => {
    const off = { organization: false, city: false, pastProjects: false };
    expect(found({ organizationIds: ['tours', 'old-friend'], cityIds: ['busan'] }, off)).toEqual([]);
    expect(found({ personIds: ['min'] }, off)).toEqual(['person']);
    expect(found({ organizationIds: ['old-friend'] }, {}, '2023-11-21')).toEqual([]);
  });
});

describe('scores', () => {
  const criteria = [
    { key: 'novelty', weight: 3, min: 1, max: 5 },
    { key: 'market', weight: 1, min: 0, max: 10 },
  ];

  it('are weighed', () => {
    expect(weightedTotal(criteria, { novelty: 5, market: 0 })).toBe(75);
    expect(weightedTotal(criteria, { novelty: 1, market: 10 })).toBe(25);
  });

  it('are missing or wrong by name', () => {
    expect(scoreGaps(criteria, { novelty: 6, charm: 1 })).toEqual({
      missing: ['market'],
      wrong: ['novelty', 'charm'],
    });
    expect(scoreGaps(criteria, { novelty: 2.5, market: 0 }).wrong).toEqual(['novelty']);
  });

  it('are summed up', () => {
    expect(summaryOf([80, 50, 60, 90])).toEqual({ mean: 70, median: 70, spread: 40 });
    expect(summaryOf([])).toEqual({ mean: null, median: null, spread: null });
  });

  it('far apart ask for another reviewer, once', () => {
    const call = { quorum: 2, spreadLimit: 30 };
    expect(nextStepOf({ open: 1, totals: [10, 90], wasWidened: false }, call)).toBe('wait');
    expect(nextStepOf({ open: 0, totals: [10], wasWidened: false }, call)).toBe('wait');
    expect(nextStepOf({ open: 0, totals: [10, 90], wasWidened: false }, call)).toBe('ask-another');
    expect(nextStepOf({ open: 0, totals: [10, 90, 50], wasWidened: true }, call)).toBe('discuss');
    expect(nextStepOf({ open: 0, totals: [60, 90], wasWidened: false }, call)).toBe('discuss');
  });
});

describe('decisions', () => {
  const call = { organizationId: 'secretariat', decidingOrganizationIds: ['busan', 'secretariat'] };

  it('are never made by the chair, a stranger or a party', () => {
    expect(deciderRefusal('busan', call, ['tours'])).toBeNull();
    expect(deciderRefusal('secretariat', call)).toBe('decision/chair-decides');
    expect(deciderRefusal('ipoh', call)).toBe('decision/not-the-deciding-body');
    expect(deciderRefusal('busan', call, ['tours', 'busan'])).toBe('decision/has-a-stake');
  });

  it('hold conditions exactly when they are conditional', () => {
    expect(verdictGaps({ outcome: 'conditional', conditions: [] })).toEqual(['conditions']);
    expect(verdictGaps({ outcome: 'accepted', conditions: ['A permit'] })).toEqual(['conditions']);
    expect(verdictGaps({ outcome: 'conditional', conditions: ['A permit'] })).toEqual([]);
  });

  it('come to money, countries and quotas', () => {
    const row = (outcome: QuotaFacts['outcome'], country: string, isLedBySme: boolean): QuotaFacts => ({
      outcome,
      country,
      isLedBySme,
      requestedMinor: 100,
    });
    const rows = [
      row('accepted', 'KR', true),
      row('conditional', 'VN', true),
      row('accepted', 'KR', false),
      row('rejected', 'TH', true),
      row(null, 'MY', false),
    ];
    const totals = totalsOf(rows, [
      { key: 'country', value: 'VN', bound: 'least', share: 30 },
      { key: 'country', value: 'TH', bound: 'least', share: 10 },
      { key: 'country', value: '*', bound: 'most', share: 50 },
      { key: 'sme', value: '*', bound: 'least', share: 60 },
    ]);
    expect(totals.byOutcome).toEqual({ accepted: 2, conditional: 1, waitlisted: 0, rejected: 1, open: 1 });
    expect(totals.acceptedMinor).toBe(300);
    expect(totals.byCountry[0]).toEqual({ country: 'KR', accepted: 2, all: 2 });
    expect(totals.quotas.map(({ reached, isMet }) => [reached, isMet])).toEqual([
      [33.3, true],
      [0, false],
      [66.7, false],
      [66.7, true],
    ]);
  });

  it('are released once they are agreed on', () => {
    expect(() => nextState(batchTransitions, 'draft', 'release')).toThrow('not possible');
    expect(nextState(batchTransitions, 'agreed', 'release')).toBe('released');
    expect(() => nextState(batchTransitions, 'released', 'reopen')).toThrow('not possible');
  });

  it('are no business of a reviewer with a conflict', () => {
    expect(() => nextState(reviewTransitions, 'conflicted', 'submit')).toThrow('not possible');
    expect(() => nextState(reviewTransitions, 'assigned', 'submit')).toThrow('not possible');
  });
});
