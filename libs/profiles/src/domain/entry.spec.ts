import { ENTRY_DETAILS } from '#libs/contracts';
import { InvalidInput } from '#libs/kernel';
import {
  changedEntry,
  CODES_OF,
  type EntryInput,
  type EntryKind,
  isAsked,
  movedTo,
  wholeEntry,
} from './entry.js';

const TITLED: EntryInput = { language: 'en', title: ' Tee times ' };

function pointersOf(make: () => unknown): string[] {
  try {
    make();
  } catch (error) {
    if (error instanceof InvalidInput) return (error.options.errors ?? []).map(({ pointer }) => pointer);
    throw error;
  }
  return [];
}

describe('an entry', () => {
  it('states only what was said, in order', () => {
    expect(wholeEntry('offer', { ...TITLED, months: [12, 1], text: ' ' })).toMatchObject({
      title: 'Tee times',
      text: null,
      months: [1, 12],
      codes: [],
      capacity: null,
    });
  });

  it.each<[EntryKind, object, string[]]>([
    ['goal', { capacity: 4, markets: ['mkt.kr'] }, ['/capacity', '/markets']],
    ['event', { startsOn: '2027-05-02', endsOn: '2027-05-01' }, ['/endsOn']],
    ['event', { startsOn: '2027-02-30' }, ['/startsOn']],
    ['picture', {}, ['/fileId']],
    ['method', { text: 'Interviews', codes: [] }, []],
    ['medium', { reach: 90_000 }, []],
  ])('of kind %s with %p is refused at %p', (kind, fields, pointers) => {
    expect(pointersOf(() => wholeEntry(kind, { ...TITLED, ...fields }))).toEqual(pointers);
  });

  it('changes in the fields sent alone; null clears', () => {
    const offer = wholeEntry('offer', { ...TITLED, codes: ['col.supply'], capacity: 80 });
    expect(changedEntry('offer', offer, {})).toEqual(offer);
    expect(changedEntry('offer', offer, { capacity: null, title: 'Golf' })).toEqual({
      ...offer,
      capacity: null,
      title: 'Golf',
    });
  });

  it('takes codes only where its kind is asked for them', () => {
    const kinds = Object.entries(ENTRY_DETAILS).filter(([, details]) => details.includes('codes'));
    expect(kinds.map(([kind]) => kind).sort()).toEqual(Object.keys(CODES_OF).sort());
  });

  it.each([
    ['sme', 'offer', true],
    ['sme', 'season', false],
    ['city', 'medium', true],
    ['city', 'certification', false],
    ['consultancy', 'method', true],
    [undefined, 'offer', false],
  ] as const)('of %s: %s is asked: %p', (organization, kind, asked) => {
    expect(isAsked(organization, kind)).toBe(asked);
  });

  it.each([
    ['c', 0, 'cab'],
    ['a', 2, 'bca'],
    ['a', 99, 'bca'],
    ['b', 1, 'abc'],
  ])('%s moves to %i: %s', (id, position, order) => {
    expect(movedTo(['a', 'b', 'c'], id, position).join('')).toBe(order);
  });
});
