import { nextState, possibleVerbs, WrongState } from '#libs/kernel';
import {
  DECISION_VERBS,
  handingInVerb,
  isDecided,
  ownNextState,
  PROPOSAL_DECISIONS,
  PROPOSAL_STATES,
  type ProposalState,
  proposalTransitions,
  PUBLIC_PROPOSAL_STATES,
  publicState,
  statesBehind,
} from './proposal-states.js';
import { type ProposalStep, publicStory } from './proposal-step.js';

const RELEASED = new Date('2027-06-01T00:00:00Z');

describe('the states of a proposal', () => {
  it.each<[ProposalState, string[]]>([
    ['draft', ['submit']],
    ['submitted', ['withdraw', 'screen']],
    ['screening', ['withdraw', 'ask-more', 'reject', 'start-review']],
    ['more_info', ['withdraw', 'supply', 'readmit']],
    ['in_review', ['withdraw', 'discuss']],
    ['discussion', ['withdraw', 'request-revision', 'make-ready']],
    ['revision_requested', ['withdraw', 'revise', 'lapse']],
    ['ready_for_decision', ['withdraw', 'accept', 'accept-conditionally', 'waitlist', 'decline']],
    ['accepted', ['withdraw', 'take-back', 'advance']],
    ['conditional', ['withdraw', 'take-back', 'fulfil', 'advance']],
    ['waitlisted', ['withdraw', 'accept', 'accept-conditionally', 'decline', 'take-back']],
    ['rejected', ['withdraw', 'readmit', 'take-back']],
    ['withdrawn', ['reopen']],
  ])('%s allows %p', (state, verbs) => {
    expect(possibleVerbs(proposalTransitions, state)).toEqual(verbs);
  });

  it('come to every decision by its verb', () => {
    for (const decision of PROPOSAL_DECISIONS) {
      const verb = DECISION_VERBS[decision];
      expect(nextState(proposalTransitions, 'ready_for_decision', verb)).toBe(decision);
    }
  });

  it('are handed in from what was asked for by the verb that leads back there', () => {
    expect(nextState(proposalTransitions, 'more_info', handingInVerb('more_info'))).toBe('screening');
    const revised = handingInVerb('revision_requested');
    expect(nextState(proposalTransitions, 'revision_requested', revised)).toBe('in_review');
    expect(handingInVerb('draft')).toBe('submit');
  });
});

describe('the public words', () => {
  it('know neither internal steps nor decisions that are not public', () => {
    for (const state of PROPOSAL_STATES) {
      expect(PUBLIC_PROPOSAL_STATES).toContain(publicState({ state, releasedAt: null }));
      expect(publicState({ state, releasedAt: null }) === 'under_review').toBe(
        isDecided(state) || statesBehind('under_review').includes(state),
      );
    }
    expect(publicState({ state: 'rejected', releasedAt: RELEASED })).toBe('rejected');
  });

  it('stand in refusals, and do not tell a decision by what is possible', () => {
    for (const state of PROPOSAL_DECISIONS) {
      expect(ownNextState({ state, releasedAt: null }, 'withdraw')).toBe('withdrawn');
      const refused = (): unknown => ownNextState({ state, releasedAt: null }, 'submit');
      expect(refused).toThrow(WrongState);
      expect(refused).toThrow(
        expect.objectContaining({ options: expect.objectContaining({ extra: { state: 'under_review' } }) }),
      );
    }
    expect(() => ownNextState({ state: 'accepted', releasedAt: RELEASED }, 'withdraw')).toThrow(WrongState);
    expect(ownNextState({ state: 'waitlisted', releasedAt: RELEASED }, 'withdraw')).toBe('withdrawn');
  });
});

describe('the public story', () => {
  const step = (
    verb: ProposalStep['verb'],
    toState: ProposalState,
    note: string | null = null,
  ): ProposalStep => ({
    ...{ id: verb, proposalId: 'p', verb, fromState: 'draft', toState, actorId: 'officer' },
    ...{ actorOrganizationId: 'tpo', code: null, note, language: note && 'en', fields: null, dueAt: null },
    at: RELEASED,
  });
  const said = (steps: ProposalStep[]) => publicStory(steps).map(({ state, note }) => [state, note]);

  it('tells no step twice, nobody who acted, and the words of a decision with its release', () => {
    const decided = [
      step('submit', 'submitted'),
      step('screen', 'screening'),
      step('start-review', 'in_review', 'two reviewers'),
      step('discuss', 'discussion', 'wide spread'),
      step('make-ready', 'ready_for_decision'),
      step('decline', 'rejected', 'Too little for small firms.'),
    ];
    expect(said(decided)).toEqual([
      ['submitted', null],
      ['under_review', null],
    ]);
    expect(said([...decided, step('release', 'rejected')])).toEqual([
      ['submitted', null],
      ['under_review', null],
      ['rejected', 'Too little for small firms.'],
    ]);
    expect(JSON.stringify(publicStory(decided))).not.toContain('officer');
  });
});
