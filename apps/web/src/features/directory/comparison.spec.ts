import { type Compared, isSilent, rowsOf } from './comparison.js';

const organization = { kind: 'sme', country: 'KR', city: 'Busan', languages: ['ko'], tpoMembership: 'none' };
const profile = {
  language: 'ko',
  summary: '야간 투어',
  offerText: null,
  seekText: null,
  sectors: [],
  themes: ['thm.night', 'thm.cruise'],
  offers: [],
  seeks: [],
  markets: [],
  certifications: [],
  consultingAreas: [],
  languages: ['ko', 'en'],
  operatingMonths: [],
};
/** Only what the table reads. */
const compared = (own: object, stated: object | null = {}): Compared =>
  ({
    organization: { ...organization, ...own },
    profile: stated && { ...profile, ...stated },
  }) as unknown as Compared;

const summary = (rows: ReturnType<typeof rowsOf>) => rows.map(({ name, isEqual }) => [name, isEqual]);

describe('a comparison', () => {
  it('has a row for what anybody states, and tells rows that are equal', () => {
    const rows = rowsOf([compared({}), compared({ country: 'VN' }, { themes: ['thm.cruise', 'thm.night'] })]);
    expect(summary(rows)).toEqual([
      ['kind', true],
      ['country', false],
      ['city', true],
      ['membership', true],
      ['summary', true],
      ['themes', true],
      ['languages', true],
    ]);
  });

  it('keeps the columns in order where one of them is silent', () => {
    const [, , , , first] = rowsOf([compared({}, null), compared({})]);
    expect(first?.name).toBe('summary');
    expect(first?.cells.map(isSilent)).toEqual([true, false]);
    expect(first?.isEqual).toBe(false);
  });

  it('falls back to the languages of the organization where no profile states any', () => {
    const row = rowsOf([compared({}, null)]).find(({ name }) => name === 'languages');
    expect(row?.cells).toEqual([{ kind: 'languages', values: ['ko'] }]);
  });
});
