import { NO_CONCEPTS, rankMatches, scorePair, type MatchParty, type RankedMatch } from '#libs/matching';
import { conceptsOf, impliedOffers, namedPlacesOf } from '#libs/taxonomy';
import { join } from 'node:path';
import { withoutFacets, withoutThemes } from './ablations.js';
import { evaluate, loadGold } from './gold-evaluation.js';
import { measureRecall } from './tagger-recall.js';

/* Stories on the sample data: real texts in their own languages, tagged, compared and explained. */

const root = join(__dirname, '..', '..');
const gold = join(root, 'test', 'gold', 'matching-gold-dev.json');
const setting = loadGold(join(root, 'data'), gold);
const { vocabulary } = setting;
const parties = [...setting.parties.values()];
const ofKind = (...kinds: MatchParty['kind'][]): MatchParty[] =>
  parties.filter(({ kind }) => kinds.includes(kind));
const partyOf = (id: string): MatchParty => {
  const party = setting.parties.get(id);
  if (party === undefined) throw new Error(`The sample has no ${id}`);
  return party;
};
const rank = (subject: MatchParty, ...kinds: MatchParty['kind'][]): RankedMatch[] =>
  rankMatches(subject, ofKind(...kinds), vocabulary);
const ids = (matches: readonly RankedMatch[]): string[] => matches.map(({ candidate }) => candidate.id);

/** A proposal as somebody types it: a text, nothing ticked. */
function proposal(text: string, language: string): MatchParty {
  const concepts = conceptsOf([], { text, language }, vocabulary);
  const seeks = concepts.filter(({ kind }) => kind === 'collaboration');
  return {
    id: 'typed',
    organizationId: 'typing-firm',
    kind: 'proposal',
    country: 'KR',
    concepts: {
      ...NO_CONCEPTS,
      seeks,
      offers: impliedOffers(seeks.map(({ id }) => id)).map((id) => ({ id, weight: 0.5 })),
      themes: concepts.filter(({ kind }) => kind === 'theme'),
    },
    languages: [language],
    namedPlaces: namedPlacesOf({ text, language }, vocabulary),
  };
}

describe('a Korean proposal that names Da Nang and Ho Chi Minh City', () => {
  const matches = rank(
    proposal('부산 야간관광 앱을 다낭과 호치민시에서 함께 시험하고 싶습니다.', 'ko'),
    'city',
  );

  it('finds both, and Busan, before all others', () => {
    expect(ids(matches).slice(0, 3).sort()).toEqual(['busan', 'da-nang', 'ho-chi-minh-city']);
  });

  it('quotes the words it was named by, in their language, and gives two reasons', () => {
    const daNang = matches.find(({ candidate }) => candidate.id === 'da-nang');
    const named = daNang?.reasons.find(({ code }) => code === 'named_in_text');
    expect(named?.facts.ours).toEqual([{ type: 'names', value: 'da-nang', quote: '다낭', language: 'ko' }]);
    expect(daNang?.reasons.length).toBeGreaterThanOrEqual(2);
  });

  it('says what a city without needs has not stated instead of holding it against it', () => {
    const daNang = matches.find(({ candidate }) => candidate.id === 'da-nang');
    expect(daNang?.notStated).toContain('theirs.themes');
    expect(daNang?.unmet).toEqual([]);
  });

  it('puts the named city with a fitting call first', () => {
    expect(ids(matches)[0]).toBe('ho-chi-minh-city');
  });
});

describe.each([
  ['ja', 'ダナンの海辺でウェルネス旅行を開発します。', 'da-nang'],
  ['zh-Hans', '希望与岘港合作推出海滨康养产品。', 'da-nang'],
  ['vi', 'Chúng tôi muốn hợp tác với thành phố Busan về ẩm thực.', 'busan'],
  ['th', 'ต้องการร่วมมือกับเมืองปูซาน', 'busan'],
  ['ru', 'Хотим работать с Пусаном над зимними турами.', 'busan'],
  ['en', 'a culinary week with hai phong', 'hai-phong'],
])('a proposal in %s', (language, text, expected) => {
  it(`finds ${expected}, named in it`, () => {
    expect(ids(rank(proposal(text, language), 'city'))).toContain(expected);
  });
});

describe('every proposal of the sample', () => {
  it.each(ofKind('proposal').map((subject) => [subject.id, subject] as const))(
    '%s finds the cities it names',
    (_, subject) => {
      const named = (subject.namedPlaces ?? [])
        .map(({ id }) => id)
        .filter((id) => setting.parties.get(id)?.kind === 'city');
      expect(ids(rank(subject, 'city'))).toEqual(expect.arrayContaining(named));
    },
  );

  it('finds open opportunities and says why', () => {
    const [first] = rank(partyOf('prj-011'), 'opportunity');
    expect(first?.candidate.id).toBe('opp-014');
    expect(first?.reasons.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['themes_in_common', 'offer_meets_need']),
    );
  });
});

describe('a Vietnamese opportunity and a Korean firm', () => {
  it('meet without a word in common', () => {
    const matches = rank(partyOf('opp-009'), 'sme', 'consultancy');
    const studio = matches.find(({ candidate }) => candidate.id === 'sme-044');
    expect(ids(matches).slice(0, 3)).toContain('sme-044');
    expect(studio?.reasons.length).toBeGreaterThanOrEqual(2);
    expect(ids(rank(partyOf('sme-044'), 'opportunity')).slice(0, 3)).toContain('opp-009');
  });

  it('are told the same from both sides', () => {
    const here = scorePair(partyOf('opp-001'), partyOf('sme-002'), vocabulary);
    const there = scorePair(partyOf('sme-002'), partyOf('opp-001'), vocabulary);
    expect(there.score).toBe(here.score);
    expect(there.reasons.map(({ code }) => code).sort()).toEqual(here.reasons.map(({ code }) => code).sort());
    expect(here.fit).toBe('strong');
  });
});

describe('a consulting request', () => {
  it('reaches the consultant whose areas and language fit', () => {
    const [first] = rank(partyOf('req-001'), 'consultancy');
    expect(first?.candidate.id).toBe('con-001');
    expect(first?.reasons[0]?.code).toBe('areas_covered');
    expect(first?.reasons.map(({ code }) => code)).toContain('language_shared');
  });

  it('puts a firm whose words speak of the area before those that say nothing of any', () => {
    const silent = ofKind('sme').filter(({ concepts }) => concepts.areas.length === 0);
    const before = ids(rank(partyOf('req-007'), 'sme'))
      .join(' ')
      .split('sme-018')[0];
    expect(silent.length).toBeGreaterThan(10);
    expect(silent.filter(({ id }) => before?.includes(id))).toEqual([]);
  });

  it('counts the market that its words name', () => {
    const [first] = rank(partyOf('req-003'), 'sme');
    expect(first?.candidate.id).toBe('sme-056');
    expect(first?.reasons.map(({ code }) => code)).toContain('markets_in_common');
  });

  it('shows a consultant without the language what is unmet', () => {
    const pair = scorePair(partyOf('req-005'), partyOf('con-012'), vocabulary);
    expect(pair.unmet.map(({ code }) => code)).toEqual(['language_missing']);
  });
});

describe('two cities', () => {
  it('meet over what they have published', () => {
    const [first] = rank(partyOf('ho-chi-minh-city'), 'city', 'sme');
    expect(first?.reasons.length).toBeGreaterThanOrEqual(2);
    expect(first?.candidate.organizationId).not.toBe('ho-chi-minh-city');
  });
});

describe('the development gold set', () => {
  const figures = evaluate(setting);

  it('is ranked as well as was promised', () => {
    expect(figures.queries).toBe(22);
    expect(figures.ndcgAt10).toBeGreaterThanOrEqual(0.89);
    expect(figures.mrr).toBeGreaterThanOrEqual(0.95);
    expect(figures.recallAt10).toBeGreaterThanOrEqual(0.92);
    expect(figures.hardNegativePairsRight).toBeGreaterThanOrEqual(0.92);
    expect(figures.allCrossLanguageNdcgAt10).toBeGreaterThanOrEqual(figures.ndcgAt10 - 0.05);
  });

  it('is still ranked well when organizations have ticked little or nothing', () => {
    expect(evaluate(loadGold(join(root, 'data'), gold, withoutThemes)).ndcgAt10).toBeGreaterThanOrEqual(0.88);
    expect(evaluate(loadGold(join(root, 'data'), gold, withoutFacets)).ndcgAt10).toBeGreaterThanOrEqual(0.87);
  });

  it('is ranked the same every time', () => {
    expect(evaluate(setting)).toEqual(figures);
  });
});

describe('what authors declared', () => {
  const recall = measureRecall(setting.sample, vocabulary);

  it('is found in their own words in every language, the weak ones among them', () => {
    expect(Object.keys(recall).sort()).toEqual(
      ['en', 'id', 'ja', 'ko', 'ms', 'ru', 'th', 'vi', 'zh-Hans', 'zh-Hant'].sort(),
    );
    for (const { found, foundOrRelated, supported } of Object.values(recall)) {
      expect(found).toBeGreaterThanOrEqual(0.39);
      expect(foundOrRelated).toBeGreaterThanOrEqual(0.6);
      expect(supported).toBeGreaterThanOrEqual(0.6);
    }
    for (const language of ['ms', 'ru', 'th', 'zh-Hant'])
      expect(recall[language]?.found).toBeGreaterThanOrEqual(0.5);
  });
});
