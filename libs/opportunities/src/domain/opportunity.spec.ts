import { InvalidInput } from '#libs/kernel';
import { changedContent, newContent } from './opportunity.js';

describe('the content of an opportunity', () => {
  const content = newContent({
    title: 'Golf',
    language: 'en',
    text: 'Tee times',
    requirements: { months: [11, 3], capacityMin: 10 },
  });

  it('asks nothing but what was said', () => {
    expect(content.requirements).toEqual({
      languages: [],
      certifications: [],
      months: [3, 11],
      capacityMin: 10,
      capacityMax: null,
    });
    expect(newContent({ title: 'Golf', language: 'en' }).requirements.months).toEqual([]);
  });

  it('changes in the fields sent alone; conditions are one field', () => {
    expect(changedContent(content, {})).toEqual(content);
    expect(changedContent(content, { requirements: { languages: ['ko'] } }).requirements).toEqual({
      languages: ['ko'],
      certifications: [],
      months: [],
      capacityMin: null,
      capacityMax: null,
    });
    expect(changedContent(content, { requirements: null, text: null })).toMatchObject({
      text: null,
      requirements: { months: [], capacityMin: null },
    });
  });

  it.each([
    [{ deadline: '2027-02-29' }, '/deadline'],
    [{ period: { from: '2027-03-02', to: '2027-03-01' } }, '/period/to'],
    [{ requirements: { capacityMin: 5, capacityMax: 4 } }, '/requirements/capacityMax'],
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
});
