import type { OrganizationKind } from '#libs/contracts';
import { completenessOf } from './completeness.js';
import { type Entry, type EntryKind, wholeEntry } from './entry.js';
import { heldCertifications, recordOf, unwrittenRecord } from './profile-record.js';
import type { ProfileRecord } from './profile.js';

const HOME = { kind: 'sme', country: 'KR' } as const;
const blank = unwrittenRecord('organization', HOME);
const PREFIXES = { collaboration: 'col.', theme: 'thm.', certification: 'crt.' };

function entry(kind: EntryKind, changes: Partial<Entry>): Entry {
  const content = wholeEntry(kind, {
    language: 'vi',
    title: 'Tiêu đề',
    ...(kind === 'picture' && { fileId: 'file' }),
  });
  const { ownerId, checkedAt, askedAt, createdAt, updatedAt } = blank;
  const row = { id: kind, organizationId: 'organization', kind, position: 0, translations: {}, version: 1 };
  return { ...content, ...row, ownerId, checkedAt, askedAt, createdAt, updatedAt, ...changes };
}

const recordWith = (profile: Partial<ProfileRecord>, ...entries: Entry[]): ProfileRecord =>
  recordOf(
    { ...blank, ...profile },
    entries,
    HOME,
    (kind, code) => code.startsWith(PREFIXES[kind]),
    '2026-11-22',
  );

describe('a profile as matching sees it', () => {
  it('states what its entries state', () => {
    const record = recordWith(
      { offers: ['col.supply'], themes: ['thm.golf'] },
      entry('offer', {
        codes: ['col.supply', 'col.series', 'thm.mice'],
        markets: ['mkt.kr'],
        months: [3],
        capacity: 80,
      }),
      entry('offer', { id: 'other', months: [11, 3], capacity: 20, text: 'Chi tiết' }),
      entry('seek', { codes: ['col.distribution', 'thm.golf'], markets: ['mkt.jp'] }),
    );
    expect(record).toMatchObject({
      offers: ['col.supply', 'col.series'],
      seeks: ['col.distribution'],
      themes: ['thm.golf', 'thm.mice'],
      markets: ['mkt.kr', 'mkt.jp'],
      operatingMonths: [3, 11],
      capacity: { maxGroup: 80 },
      offerWritings: [
        { text: 'Tiêu đề', language: 'vi' },
        { text: 'Tiêu đề\nChi tiết', language: 'vi' },
      ],
      seekWritings: [{ text: 'Tiêu đề', language: 'vi' }],
    });
  });

  it('keeps what the profile itself says of months and guests, and claims no months where one offer names none', () => {
    const offers = [entry('offer', { months: [3], capacity: 80 }), entry('offer', { id: 'b' })];
    expect(recordWith({}, ...offers).operatingMonths).toEqual([]);
    const record = recordWith({ operatingMonths: [1], capacity: { maxGroup: 8 } }, ...offers);
    expect(record).toMatchObject({ operatingMonths: [1], capacity: { maxGroup: 8 } });
  });

  it.each([
    ['declared alone', ['crt.iata'], [], ['crt.iata']],
    ['certified alone', [], [['crt.iata', '2026-11-22']], ['crt.iata']],
    ['certified, run out yesterday', ['crt.iata'], [['crt.iata', '2026-11-21']], []],
    [
      'run out and renewed',
      [],
      [
        ['crt.iata', '2026-11-21'],
        ['crt.iata', null],
      ],
      ['crt.iata'],
    ],
  ] as const)('holds a certificate that is %s', (_, declared, certificates, held) => {
    const entries = certificates.map(([code, expiresOn]) => ({ codes: [code], expiresOn }));
    expect(heldCertifications(declared, entries, '2026-11-22')).toEqual(held);
  });
});

describe('completeness', () => {
  const WHOLE: Partial<ProfileRecord> = {
    themes: ['thm.golf'],
    offers: ['col.supply'],
    seeks: ['col.distribution'],
    markets: ['mkt.kr'],
    summary: 'Golf.',
    languages: ['ko'],
    sectors: ['sec.dmc'],
    operatingMonths: [3],
    capacity: { maxGroup: 8 },
    seekText: 'Agencies.',
    consultingAreas: ['con.policy'],
    modes: ['remote'],
  };

  it.each<OrganizationKind>(['sme', 'partner', 'city', 'consultancy', 'secretariat'])(
    'of a %s is 100 with what matching uses and nothing else, 0 without a profile',
    (kind) => {
      expect(completenessOf(kind, { ...blank, ...WHOLE })).toEqual({ percent: 100, missing: [] });
      const nothing = completenessOf(kind, undefined);
      expect(nothing.percent).toBe(0);
      expect(completenessOf(kind, blank)).toEqual(nothing);
    },
  );

  it('names what is missing, weightiest first, and is never 100 while something is', () => {
    const { percent, missing } = completenessOf('sme', { ...blank, ...WHOLE, themes: [], capacity: null });
    expect(missing).toEqual(['themes', 'capacity']);
    expect(percent).toBe(76);
    expect(completenessOf('sme', { ...blank, ...WHOLE, capacity: { groupsPerMonth: 4 } }).percent).toBe(96);
  });

  it('counts what entries state', () => {
    const record = recordWith({}, entry('offer', { codes: ['col.supply', 'thm.golf'] }));
    expect(completenessOf('sme', record).missing).not.toContain('offers');
    expect(completenessOf('sme', record).missing).not.toContain('themes');
  });
});
