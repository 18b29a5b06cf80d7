import { type CallContent } from './call-terms.js';
import { changedFields, newContent, wholeContent } from './call-content.js';

/** What `kept` says once a version of it comes back from the database. */
const read = (kept: object): CallContent => wholeContent(kept as CallContent);

describe('what was kept before calls had themes, and rules named kinds and countries', () => {
  const written = newContent({
    ...{ title: 'Evenings', language: 'en', zone: 'Asia/Seoul' },
    eligibility: [{ number: 1, words: 'From three countries.', kinds: [], countries: [] }],
  });
  const { themes: _themes, ...older } = {
    ...written,
    eligibility: [{ number: 1, words: 'From three countries.' }],
  };

  it('is read as open to everybody, and differs in nothing from the same written today', () => {
    expect(read(older)).toMatchObject({ themes: [], eligibility: [{ kinds: [], countries: [] }] });
    expect(changedFields(read(older), written)).toEqual([]);
  });
});
