import type { CreateCallInput } from '#libs/calls';

/** A proposal of a round: who leads it, with whom, and what it says. All are invented. */
export interface RoundProposal {
  /** Key in the directory of the demo. */
  readonly lead: string;
  /** With their part of the budget, in whole US dollars. */
  readonly partners: readonly { readonly key: string; readonly share: number; readonly task: string }[];
  readonly title: string;
  readonly summary: string;
  readonly themes: readonly string[];
  /** Whole US dollars. */
  readonly budget: number;
  readonly answer: string;
  /** What is reached, and after how many months. */
  readonly plan: readonly { readonly title: string; readonly after: number; readonly by?: string }[];
}

/** A call whose deadline is over. */
export interface SampleRound {
  readonly call: Pick<
    CreateCallInput,
    'title' | 'language' | 'zone' | 'summary' | 'translations' | 'themes' | 'quotas'
  >;
  readonly question: string;
  readonly proposals: readonly RoundProposal[];
}

/** Persons of these organizations review; each has a seat of the demo. */
export const ROUND_REVIEWERS = [
  'ho-chi-minh-city',
  'hanbada-urban-tourism-lab',
  'lua-vang-destination-advisors',
] as const;

/** Decided: what won runs as a project. */
export const DECIDED_ROUND: SampleRound = {
  call: {
    title: 'Harbour kitchens: food routes between port cities',
    language: 'en',
    zone: 'Asia/Seoul',
    themes: ['thm.gastronomy'],
    summary: 'Small food businesses of two or three port cities build one route that visitors can book.',
    translations: [
      {
        language: 'ko',
        title: '항구의 부엌: 항구도시 미식 코스 공모',
        summary: '항구도시 두세 곳의 소규모 식음료 업체가 예약할 수 있는 미식 코스 하나를 함께 만듭니다.',
      },
    ],
  },
  question: 'Which kitchens take part, and what do guests taste that they cannot taste elsewhere?',
  proposals: [
    {
      lead: 'saigon-la-me-events',
      partners: [
        { key: 'sme-039', share: 14_000, task: 'Tasting route in the old lanes of Tainan' },
        { key: 'busan', share: 6_000, task: 'Opens the fish market in the evening' },
      ],
      title: 'Three harbours, one table',
      summary:
        'A food route through Ho Chi Minh City, Tainan and Busan with one booking: six kitchens, three markets, a guide in four languages.',
      themes: ['thm.gastronomy', 'thm.night'],
      budget: 40_000,
      answer:
        'Six family kitchens that cook for twelve guests at most; each shows one dish of its own street.',
      plan: [
        { title: 'Six kitchens trained for guests from abroad', after: 1 },
        { title: 'Tasting route in Tainan open', after: 3, by: 'sme-039' },
        { title: 'One booking page in four languages', after: 6 },
      ],
    },
    {
      lead: 'sme-015',
      partners: [],
      title: 'Halal lunch boxes for cruise guests',
      summary: 'Lunch boxes for cruise guests who go ashore, cooked in Jeonju and sold on board.',
      themes: ['thm.halal', 'thm.gastronomy'],
      budget: 18_000,
      answer: 'One kitchen in Jeonju; the boxes are known from other ports.',
      plan: [{ title: 'First boxes sold', after: 4 }],
    },
  ],
};

/** In review: some reviews are in, others are waited for. */
export const RUNNING_ROUND: SampleRound = {
  call: {
    title: 'The quiet season: slow trips outside the summer',
    language: 'en',
    zone: 'Asia/Seoul',
    themes: ['thm.wellness', 'thm.craft', 'thm.trekking'],
    quotas: [
      { key: 'sme', value: '*', bound: 'least', share: 50 },
      { key: 'country', value: '*', bound: 'most', share: 40 },
    ],
    summary: 'Products for the months in which rooms stand empty: wellness, crafts, walking, hot springs.',
    translations: [
      {
        language: 'ko',
        title: '조용한 계절: 비수기 체류형 관광 공모',
        summary: '객실이 비는 계절을 위한 상품을 찾습니다. 웰니스와 공예, 걷기, 온천 모두 가능합니다.',
      },
    ],
  },
  question: 'Which months do you fill, and how many rooms stand empty in them today?',
  proposals: [
    {
      lead: 'sme-007',
      partners: [{ key: 'sme-011', share: 9_000, task: 'Trains two yoga teachers' }],
      title: 'Hot springs and breath: January in Kagoshima',
      summary: 'Five days of hot springs and yoga for guests of sixty and older, led by two inns.',
      themes: ['thm.hot_spring', 'thm.wellness'],
      budget: 28_000,
      answer: 'January and February; two rooms of three stand empty.',
      plan: [{ title: 'First twenty guests', after: 5 }],
    },
    {
      lead: 'sme-033',
      partners: [],
      title: 'Winter weeks in old houses',
      summary: 'A week in an old house of Andong, with a craft a day and the families who live there.',
      themes: ['thm.old_town', 'thm.craft'],
      budget: 22_000,
      answer: 'December to February; eleven of fourteen houses close today.',
      plan: [{ title: 'Six houses heated and open', after: 4 }],
    },
    {
      lead: 'sme-037',
      partners: [{ key: 'sme-014', share: 7_000, task: 'Care for guests who need it' }],
      title: 'Rainy season walks in George Town',
      summary: 'Short walks under arcades with stops for tea, for guests who walk slowly.',
      themes: ['thm.heritage', 'thm.street_food'],
      budget: 19_000,
      answer: 'September to November, when it rains after lunch.',
      plan: [{ title: 'Twelve walks mapped', after: 3 }],
    },
  ],
};
