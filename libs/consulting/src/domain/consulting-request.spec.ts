import { InvalidInput, nextState, possibleVerbs, WrongState } from '#libs/kernel';
import {
  changedContent,
  consultingRequestTransitions,
  missingForSubmission,
  newContent,
} from './consulting-request.js';

describe('the states of a consulting request', () => {
  it('lead from the draft to one submission', () => {
    expect(possibleVerbs(consultingRequestTransitions, 'draft')).toEqual(['submit']);
    expect(possibleVerbs(consultingRequestTransitions, 'submitted')).toEqual([]);
    expect(nextState(consultingRequestTransitions, 'draft', 'submit')).toBe('submitted');
    expect(() => nextState(consultingRequestTransitions, 'submitted', 'submit')).toThrow(WrongState);
  });
});

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
  });
});
