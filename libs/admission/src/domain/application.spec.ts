import { nextState, possibleVerbs, WrongState } from '#libs/kernel';
import {
  answerVerb,
  APPLICATION_STATES,
  type ApplicationContent,
  ASKING_STATES,
  applicationTransitions,
  gapsOf,
} from './application.js';
import { holderOf, publicStatus } from './public-status.js';

const BLANK: ApplicationContent = {
  route: null,
  motivation: null,
  language: 'en',
  recommenderId: null,
  proposalId: null,
  documentFileId: null,
};

describe('the states of an application', () => {
  it('lead a recommended applicant in', () => {
    const path = ['submit', 'ask-recommender', 'recommend', 'accept'] as const;
    const end = path.reduce(
      (state, verb) => nextState(applicationTransitions, state, verb),
      applicationTransitions.initial,
    );
    expect(end).toBe('accepted');
  });

  it('lead one with an entry proposal in, by a question and an appeal', () => {
    const path = [
      ...(['submit', 'open-review', 'request-info', 'answer-to-review', 'finish-review', 'reject'] as const),
      ...(['appeal', 'request-info', 'answer-to-appeal', 'accept'] as const),
    ];
    const end = path.reduce(
      (state, verb) => nextState(applicationTransitions, state, verb),
      applicationTransitions.initial,
    );
    expect(end).toBe('accepted');
  });

  it('let an answer lead back to who asked', () => {
    for (const asking of ASKING_STATES) {
      const asked = nextState(applicationTransitions, asking, 'request-info');
      expect(nextState(applicationTransitions, asked, answerVerb(asking))).toBe(asking);
    }
  });

  it.each([
    ['draft', 'accept'],
    ['awaiting_recommendation', 'accept'],
    ['accepted', 'reject'],
    ['accepted', 'withdraw'],
    ['withdrawn', 'submit'],
    ['appealed', 'appeal'],
  ] as const)('refuse from %s to %s', (state, verb) => {
    expect(() => nextState(applicationTransitions, state, verb)).toThrow(WrongState);
  });

  it('end where somebody is in, has left, or applied anew', () => {
    const ends = APPLICATION_STATES.filter(
      (state) => possibleVerbs(applicationTransitions, state).length === 0,
    );
    expect(ends).toEqual(['accepted', 'withdrawn', 'superseded']);
  });

  it('are told in other words than they have inside', () => {
    const words = APPLICATION_STATES.map(publicStatus);
    expect(words.filter((word) => APPLICATION_STATES.some((state) => state === word))).toEqual(['withdrawn']);
    expect(publicStatus('secretariat_review')).toBe(publicStatus('entry_proposal_review'));
  });

  it('say whose turn it is: a recommender that will not answer leaves it to the applicant', () => {
    expect(holderOf('awaiting_recommendation', 'requested')).toBe('recommender');
    expect(holderOf('awaiting_recommendation', 'declined')).toBe('applicant');
    expect(holderOf('awaiting_recommendation', 'expired')).toBe('applicant');
    expect(holderOf('secretariat_review', 'given')).toBe('secretariat');
    const over = APPLICATION_STATES.filter((state) => holderOf(state, undefined) === null);
    expect(over).toEqual(['accepted', 'rejected', 'withdrawn', 'superseded']);
  });
});

describe('what a submission needs', () => {
  const fieldsOf = (content: Partial<ApplicationContent>): string[] =>
    gapsOf({ ...BLANK, ...content }).map(({ field }) => field);

  it('is a route, a motivation and the registration document', () => {
    expect(fieldsOf({})).toEqual(['route', 'motivation', 'documentFileId']);
  });

  it('is a recommender on one route, a proposal on the other', () => {
    const rest = { motivation: 'To grow', documentFileId: 'file' };
    expect(fieldsOf({ ...rest, route: 'recommendation' })).toEqual(['recommenderId']);
    expect(fieldsOf({ ...rest, route: 'entry_proposal' })).toEqual(['proposalId']);
    expect(fieldsOf({ ...rest, route: 'entry_proposal', proposalId: 'proposal' })).toEqual([]);
  });
});
