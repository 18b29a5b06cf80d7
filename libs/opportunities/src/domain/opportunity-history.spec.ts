import { newContent } from './opportunity.js';
import { changedFields } from './opportunity-history.js';

const content = newContent({
  title: 'Golf',
  language: 'en',
  text: 'Tee times',
  period: { from: '2027-03-01', to: '2027-04-01' },
  requirements: { months: [3], capacityMin: 10 },
});

describe('two versions of an opportunity', () => {
  it('differ in the fields that say something else', () => {
    expect(changedFields(content, content)).toEqual([]);
    expect(changedFields(content, { ...content, title: 'Golf and spa', deadline: '2027-01-01' })).toEqual([
      'title',
      'deadline',
    ]);
    const { requirements } = content;
    expect(
      changedFields(content, { ...content, requirements: { ...requirements, capacityMin: 11 } }),
    ).toEqual(['requirements']);
  });

  it('are the same whatever order their members come in', () => {
    const { capacityMax, capacityMin, months, certifications, languages } = content.requirements;
    const turned = { capacityMax, capacityMin, months, certifications, languages };
    expect(
      changedFields(content, {
        ...content,
        requirements: turned,
        period: { to: '2027-04-01', from: '2027-03-01' },
      }),
    ).toEqual([]);
  });
});
