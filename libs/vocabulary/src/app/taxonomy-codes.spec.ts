import { InvalidInput } from '#libs/kernel';
import { TaxonomyCodes } from './taxonomy-codes.js';

const codes = new TaxonomyCodes();

describe('the taxonomy as codes', () => {
  it('knows a code only under its own kind', () => {
    expect(codes.has('theme', 'thm.golf')).toBe(true);
    expect(codes.has('sector', 'thm.golf')).toBe(false);
    expect(codes.has('theme', 'thm.unheard_of')).toBe(false);
  });

  it('labels in the language, its base language, English, then by the code', () => {
    expect(codes.label('thm.golf', 'ko')).toBe('골프 관광');
    expect(codes.label('thm.golf', 'ko-KR')).toBe('골프 관광');
    expect(codes.label('thm.golf', 'fi')).toBe(codes.label('thm.golf', 'en'));
    expect(codes.label('thm.unheard_of', 'ko')).toBe('thm.unheard_of');
  });

  it('points at every code that is wrong, and at no other', () => {
    const declared = {
      themes: ['thm.golf', 'thm.unheard_of'],
      markets: ['thm.golf', 'mkt.kr'],
      offers: ['?'],
    };
    let refusal: unknown;
    try {
      codes.check(declared, { themes: 'theme', markets: 'market' });
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toBeInstanceOf(InvalidInput);
    expect((refusal as InvalidInput).options.errors).toEqual([
      { pointer: '/themes/1', code: 'taxonomy/unknown-code' },
      { pointer: '/markets/0', code: 'taxonomy/unknown-code' },
    ]);
  });

  it('lists the concepts of some kinds, or all', () => {
    const markets = codes.cards(['market'], 'en');
    expect(markets.length).toBeGreaterThan(30);
    expect(new Set(markets.map((card) => card.kind))).toEqual(new Set(['market']));
    expect(codes.cards([], 'en')).toHaveLength(codes.document.terms.length);
  });
});
