import { REDACTED, Redaction } from './redaction.js';

const redaction = new Redaction({
  names: [
    'Haeundae Tours Co., Ltd.',
    '주식회사 해운대투어',
    'Đà Nẵng Travel',
    'Kim Minji',
    '김민지',
    '海雲台ツアー',
  ],
});

describe('the layer for blind rounds', () => {
  it.each([
    ['a name', 'We, Haeundae Tours Co., Ltd., ask for'],
    ['a name without its legal ending', 'Haeundae Tours brings guests'],
    ['a name in capitals and wide letters', 'ＨＡＥＵＮＤＡＥ TOURS'],
    ['a name with hyphens', 'see haeundae-tours'],
    ['a name without its marks', 'Da Nang Travel joins'],
    ['a name with its marks', 'ĐÀ NẴNG TRAVEL joins'],
    ['a name inside a Korean word', '해운대투어는 부산에서'],
    ['a person', 'Led by KIM Minji'],
    ['a person in Korean with a particle', '김민지가 이끕니다'],
    ['a name in Japanese', '弊社海雲台ツアーは'],
    ['a mail address', 'write to office@tours.example.com'],
    ['mail addresses run together', 'office@tours.example.com_guide@tours.example.com'],
    ['a mail address glued to a word of another script', '주소:한글office@tours.example.com'],
    ['a web address', 'at https://tours.example.com/about'],
    ['a bare domain', 'see haeundaetours.kr'],
    ['a bare domain after dots and hyphens', 'see ..-haeundaetours.co.kr/about'],
    ['a telephone number', 'call +82 51 123 4567'],
  ])('blackens %s', (_, text) => {
    const redacted = redaction.text(text);
    expect(redacted).toContain(REDACTED);
    expect(redacted).not.toMatch(/haeundae|해운대|nang|nẵng|kim|김민지|海雲台|example|ｈａｅ|\d{3}/iu);
  });

  it('leaves everything else as it was written', () => {
    const text = 'Three cities plan 12 walking tours in 2027, at 40 EUR a guest. 바다를 걷는 여행.';
    expect(redaction.text(text)).toBe(text);
    expect(redaction.text('Kimchi workshops')).toBe('Kimchi workshops');
  });

  // Where every character is looked at from every other this takes minutes, where it is not a part of a second.
  it.each(['가', 'ａ', 'a', '.', 'a.', 'a-', 'a@', 'a.kr/', '0 '])(
    'goes through a long run of "%s" once',
    (unit) => {
      const run = unit.repeat(100_000 / unit.length);
      const began = performance.now();
      redaction.text(run);
      expect(performance.now() - began).toBeLessThan(5_000);
    },
    120_000,
  );

  it('finds a name that is written half bold, and an address behind a link', () => {
    const document = {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'By Haeundae ' },
            { type: 'text', text: 'Tours', marks: [{ type: 'bold' }] },
          ],
        },
        {
          type: 'paragraph',
          content: [
            {
              type: 'text',
              text: 'here',
              marks: [{ type: 'link', attrs: { href: 'https://haeundae-tours.kr' } }],
            },
          ],
        },
      ],
    };
    const text = JSON.stringify(redaction.deep({ sections: { need: document } }));
    expect(text).not.toMatch(/haeundae|tours|\.kr/i);
    expect(text).toContain('here');
  });
});
