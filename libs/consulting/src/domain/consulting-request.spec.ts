import { InvalidInput, nextState, possibleVerbs, WrongState } from '#libs/kernel';
import { changedContent, missingForSubmission, newContent } from './consulting-request.js';
import { consultingRequestTransitions } from './request-states.js';

describe('the states of a consulting request', () => {
  it('lead from the draft to the desk, and never back to the draft', () => {
    expect(possibleVerbs(consultingRequestTransitions, 'draft')).toEqual(['submit', 'discard']);
    expect(nextState(consultingRequestTransitions, 'draft', 'submit')).toBe('submitted');
    expect(() => nextState(consultingRequestTransitions, 'submitted', 'submit')).toThrow(WrongState);
  });

  it.each(['closed', 'answered', 'out_of_scope', 'unanswered', 'cancelled'] as const)(
    'end at %s',
    (state) => {
      expect(possibleVerbs(consultingRequestTransitions, state)).toEqual([]);
    },
  );
});

const won = (amountMinor: number) => ({ amountMinor, currency: 'KRW' });
const half = { organizationId: 'a', shareBasisPoints: 5_000 };

describe('the content of a consulting request', () => {
  const content = newContent({
    title: ' Pier ',
    language: 'en',
    text: 'How?',
    mode: 'remote',
    confidential: true,
  });

  it('states only what was said', () => {
    expect(content).toEqual({
      kind: 'b2b',
      goal: null,
      budgetFrom: null,
      costBearers: [],
      namedConsultants: [],
      title: 'Pier',
      language: 'en',
      text: 'How?',
      areas: [],
      workingLanguages: [],
      mode: 'remote',
      budget: null,
      deadline: null,
      confidential: true,
    });
  });

  it('changes in the fields sent alone; null clears', () => {
    expect(changedContent(content, {})).toEqual(content);
    expect(changedContent(content, { mode: null, confidential: null, text: ' ' })).toEqual({
      ...content,
      mode: null,
      confidential: false,
      text: null,
    });
  });

  it.each([
    [{ deadline: 'soon' }, '/deadline'],
    [{ budget: { amountMinor: 0.5, currency: 'KRW' } }, '/budget/amountMinor'],
    [{ budgetFrom: { amountMinor: 5, currency: 'KRW' } }, '/budgetFrom'],
    [{ budget: won(5), budgetFrom: { amountMinor: 5, currency: 'JPY' } }, '/budgetFrom'],
    [{ budget: won(5), budgetFrom: won(6) }, '/budgetFrom'],
    [{ costBearers: [{ organizationId: 'a', shareBasisPoints: 9_999 }] }, '/costBearers'],
    [{ costBearers: [half, half] }, '/costBearers'],
    [{ kind: 'committee' as const, namedConsultants: ['a'] }, '/namedConsultants'],
    [
      { namedConsultants: ['c', 'b'], costBearers: [half, { ...half, organizationId: 'b' }] },
      '/namedConsultants/1',
    ],
  ])('refuses %p at %s', (changes, pointer) => {
    let refused: unknown;
    try {
      changedContent(content, changes);
    } catch (error) {
      refused = error;
    }
    expect(refused).toBeInstanceOf(InvalidInput);
    expect((refused as InvalidInput).options.errors?.map((error) => error.pointer)).toEqual([pointer]);
  });

  it('needs a text to be submitted', () => {
    expect(missingForSubmission(content)).toEqual([]);
    expect(missingForSubmission({ ...content, text: null })).toEqual(['text']);
    expect(missingForSubmission({ ...content, kind: 'committee' })).toEqual(['areas', 'goal']);
  });
});
