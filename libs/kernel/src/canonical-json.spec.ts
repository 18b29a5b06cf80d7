import { canonicalJson } from './canonical-json.js';

describe('canonical JSON', () => {
  it('does not depend on the order in which members were set', () => {
    expect(canonicalJson({ b: [{ d: 1, c: null }], a: 'ü' })).toBe('{"a":"ü","b":[{"c":null,"d":1}]}');
    expect(canonicalJson({ a: 'ü', b: [{ c: null, d: 1 }] })).toBe(
      canonicalJson({ b: [{ d: 1, c: null }], a: 'ü' }),
    );
  });

  it('keeps the order of lists, and what strings hold', () => {
    expect(canonicalJson(['b', 'a'])).toBe('["b","a"]');
    expect(canonicalJson('밤길 "🌙"\n')).toBe('"밤길 \\"🌙\\"\\n"');
  });

  it('is JSON', () => {
    const value = { title: '밤길', budget: { amountMinor: 1, currency: 'KRW' }, themes: [], period: null };
    expect(JSON.parse(canonicalJson(value))).toEqual(value);
  });
});
