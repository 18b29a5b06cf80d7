import { InvalidInput } from '#libs/kernel';
import { changedContent, contentOf, newContent } from './proposal.js';

describe('the content of a proposal', () => {
  const content = newContent({
    title: ' Night walks ',
    language: 'en',
    summary: 'By night.',
    themes: ['thm.night'],
    budget: { amountMinor: 100, currency: 'KRW' },
  });

  it('states only what was said', () => {
    expect(content).toEqual({
      title: 'Night walks',
      language: 'en',
      summary: 'By night.',
      partnersSought: null,
      themes: ['thm.night'],
      collaboration: [],
      sdgTargets: [],
      budget: { amountMinor: 100, currency: 'KRW' },
      period: null,
    });
  });

  it('changes in the fields sent alone; null clears', () => {
    expect(changedContent(content, {})).toEqual(content);
    expect(changedContent(content, { themes: null, budget: null, summary: ' ' })).toEqual({
      ...content,
      themes: [],
      budget: null,
      summary: null,
    });
  });

  it.each([
    [{ budget: { amountMinor: -1, currency: 'KRW' } }, '/budget/amountMinor'],
    [{ budget: { amountMinor: 1, currency: 'won' } }, '/budget/currency'],
    [{ period: { from: '2027-03-02', to: '2027-03-01' } }, '/period/to'],
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

  it('is all that is frozen: nothing of its row', () => {
    expect(contentOf({ ...content, id: 'x', version: 3 } as typeof content)).toEqual(content);
  });
});
