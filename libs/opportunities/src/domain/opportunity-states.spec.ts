import { nextState, possibleVerbs, WrongState } from '#libs/kernel';
import {
  isEditable,
  OPPORTUNITY_STATES,
  type OpportunityState,
  opportunityTransitions,
  type OpportunityVerb,
} from './opportunity-states.js';

/** Every verb from every state: where it leads; what is not named is refused. */
const TABLE: Readonly<Record<OpportunityState, Partial<Record<OpportunityVerb, OpportunityState>>>> = {
  draft: { publish: 'published', 'hand-in': 'review', discard: 'closed' },
  review: { 'take-back': 'draft', approve: 'published', return: 'draft', close: 'closed' },
  published: {
    pause: 'paused',
    hold: 'paused',
    renew: 'published',
    expire: 'expired',
    fill: 'filled',
    close: 'closed',
  },
  paused: {
    resume: 'published',
    hold: 'paused',
    'ask-look': 'paused',
    release: 'published',
    expire: 'expired',
    fill: 'filled',
    close: 'closed',
  },
  filled: { 'report-outcome': 'filled' },
  expired: { renew: 'published' },
  closed: {},
};
const VERBS = Object.keys(opportunityTransitions.transitions) as OpportunityVerb[];

describe('the states of an opportunity', () => {
  it.each(OPPORTUNITY_STATES)('%s leads where the table says and nowhere else', (state) => {
    expect(possibleVerbs(opportunityTransitions, state).sort()).toEqual(Object.keys(TABLE[state]).sort());
    for (const verb of VERBS) {
      const to = TABLE[state][verb];
      if (to) expect(nextState(opportunityTransitions, state, verb)).toBe(to);
      else expect(() => nextState(opportunityTransitions, state, verb)).toThrow(WrongState);
    }
  });

  it('let the content change while nobody looks at it and before it is over', () => {
    expect(OPPORTUNITY_STATES.filter(isEditable)).toEqual(['draft', 'published', 'paused']);
  });

  it('announce every change that others can see', () => {
    const silent = VERBS.filter((verb) => opportunityTransitions.transitions[verb].event === undefined);
    expect(silent).toEqual(['discard']);
  });
});
