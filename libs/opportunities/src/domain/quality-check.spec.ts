import { newContent, type OpportunityChanges, type OpportunityContent } from './opportunity.js';
import { checkQuality, verdictOf } from './quality-check.js';
import type { Sibling } from './quality-rule.js';
import { QUALITY_RULES } from './quality-rules.js';

const TODAY = '2026-11-22';

/** What no rule has anything against. */
const GOOD = {
  title: 'Golf and meeting packages for Korean groups',
  language: 'en',
  text: `The city looks for companies that receive Korean business groups of a hundred guests: tee times, a hall for
    meetings, and an evening programme in Korean. We bring the groups, twelve a year.`,
  collaboration: ['col.supply'],
  themes: ['thm.golf'],
  markets: ['mkt.kr'],
  requirements: { languages: ['ko'], months: [3, 4] },
  deadline: '2027-01-31',
  period: { from: '2027-03-01', to: '2027-11-30' },
};

const content = (changes: OpportunityChanges = {}): OpportunityContent => newContent({ ...GOOD, ...changes });

function found(changes: OpportunityChanges, siblings: readonly Sibling[] = []): string[] {
  return checkQuality(content(changes), { today: TODAY, siblings }).map(
    ({ rule, severity, pointer, quote }) =>
      `${rule} ${severity} ${pointer}${quote === undefined ? '' : ` ${quote}`}`,
  );
}

describe('the quality check', () => {
  it('has nothing against a good opportunity', () => {
    expect(found({})).toEqual([]);
  });

  it('numbers its rules once and for all, and names each by one code', () => {
    expect(QUALITY_RULES.map(({ number }) => number)).toEqual(QUALITY_RULES.map((_, index) => index + 1));
    expect(new Set(QUALITY_RULES.map(({ code }) => code)).size).toBe(QUALITY_RULES.length);
    for (const { code } of QUALITY_RULES) expect(code).toMatch(/^opportunity\/[a-z-]+$/);
  });

  it.each<[string, OpportunityChanges, string[]]>([
    ['no text', { text: null }, ['1 refusal /text']],
    ['a text of a few words', { text: 'By night.' }, ['2 refusal /text']],
    ['a text that says little', { text: 'We look for partners who receive groups.' }, ['3 warning /text']],
    [
      'dense scripts at their weight',
      { language: 'ko', text: '골프와 회의를 함께 준비할 협력사를 찾습니다.' },
      ['3 warning /text'],
    ],
    ['a title of one word', { title: 'Golf' }, ['4 warning /title']],
    ['a title that is the text', { text: GOOD.title }, ['3 warning /text', '4 warning /title']],
    ['nothing to match by', { collaboration: [], themes: [], markets: [] }, ['5 warning /collaboration']],
    ['no kind of collaboration', { collaboration: [] }, ['6 warning /collaboration']],
    ['no theme', { themes: [] }, ['7 warning /themes']],
    [
      'an address for mail in the text',
      { text: `${GOOD.text} Write to golf.office@city.example soon.` },
      ['8 refusal /text golf.office@city.example'],
    ],
    [
      'an address for mail in the title',
      { title: 'Ask golf@city.example for it' },
      ['8 refusal /title golf@city.example'],
    ],
    [
      'an address in wide letters',
      { text: `${GOOD.text} golf＠city.example` },
      ['8 refusal /text golf@city.example'],
    ],
    [
      'an international number',
      { text: `${GOOD.text} Call +82 51 123 4567.` },
      ['9 look /text +82 51 123 4567'],
    ],
    ['a Korean number', { text: `${GOOD.text} 문의 051-123-4567` }, ['9 look /text 051-123-4567']],
    [
      'a link',
      { text: `${GOOD.text} See https://golf.example/groups for more.` },
      ['10 look /text https://golf.example/groups'],
    ],
    [
      'the name in a messenger',
      { text: `${GOOD.text} 카카오톡 ID: golfbusan` },
      ['10 look /text 카카오톡 ID: golfbusan'],
    ],
    ['a deadline that has passed', { deadline: '2026-11-21' }, ['13 refusal /deadline']],
    ['a deadline of today', { deadline: TODAY }, ['14 warning /deadline']],
    ['a deadline in three days', { deadline: '2026-11-25' }, []],
    [
      'a deadline after the end of its life',
      { deadline: '2027-05-22', period: null },
      ['15 warning /deadline'],
    ],
    ['a deadline on its last day', { deadline: '2027-05-21', period: null }, []],
    [
      'a period that is over',
      { period: { from: '2026-03-01', to: '2026-11-21' }, deadline: null },
      ['16 refusal /period'],
    ],
    [
      'answers after the work is done',
      { deadline: '2027-12-01', period: { from: '2027-03-01', to: '2027-04-30' } },
      ['15 warning /deadline', '17 warning /deadline'],
    ],
    [
      'months outside its period',
      { period: { from: '2027-11-01', to: '2028-01-31' }, requirements: { months: [3, 4] } },
      ['18 refusal /requirements/months'],
    ],
    ['months across the turn of the year', { period: { from: '2027-11-01', to: '2028-03-31' } }, []],
    ['a period of years', { period: { from: '2027-11-01', to: '2029-01-31' } }, []],
    ['another script than its language', { language: 'ko' }, ['19 warning /language']],
    ['a shouted title', { title: 'GOLF PACKAGES WANTED' }, ['20 warning /title']],
  ])('sees %s', (_, changes, rules) => {
    expect(found(changes)).toEqual(rules);
  });

  it.each([
    [
      'prices and years',
      'We pay 1,200,000 to 1,500,000 KRW a group, 2027-2028, for 100-200 guests at 09:00-18:00.',
    ],
    ['a day and a law', 'Days 2027-03-01 to 2027-11-30; registered under Act 12345-678 and ISO 21101:2014.'],
    [
      'an online programme',
      'A programme on line for guests, with a line up of singers, viber of the sea and telegrams.',
    ],
  ])('takes %s for no contact data', (_, text) => {
    expect(found({ text: `${GOOD.text} ${text}` })).toEqual([]);
  });

  it('refuses what the same organization offers already, and warns of what is much like it', () => {
    const same = { id: 'same', title: `${GOOD.title.toUpperCase()}!`, text: GOOD.text.replaceAll(',', ' ') };
    const alike = { id: 'alike', title: 'Golf in autumn', text: `${GOOD.text} Autumn only.` };
    const other = { id: 'other', title: GOOD.title, text: 'Bird watching on the estuary with our rangers.' };
    const findings = checkQuality(content(), { today: TODAY, siblings: [other, alike, same] });
    expect(findings.map(({ rule, severity, otherId }) => [rule, severity, otherId])).toEqual([
      [11, 'refusal', 'same'],
      [12, 'warning', 'alike'],
    ]);
  });

  it('reads a text of any length in no time', () => {
    const begun = performance.now();
    found({ text: 'a@'.repeat(5_000) });
    found({ text: '+8 '.repeat(3_300) });
    found({ text: 'line id '.repeat(1_250) }, [{ id: 'x', title: 'x', text: 'line id '.repeat(1_200) }]);
    expect(performance.now() - begun).toBeLessThan(1_000);
  });

  it('says what publication leads to', () => {
    const verdict = (changes: OpportunityChanges) =>
      verdictOf(checkQuality(content(changes), { today: TODAY, siblings: [] }));
    expect(verdict({})).toBe('publishable');
    expect(verdict({ themes: [] })).toBe('publishable');
    expect(verdict({ text: `${GOOD.text} www.golf.example` })).toBe('look');
    expect(verdict({ text: `${GOOD.text} www.golf.example`, deadline: '2026-01-01' })).toBe('refused');
  });
});
