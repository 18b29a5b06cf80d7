import type { CreateCallInput } from '#libs/calls';

const DAY = 86_400_000;
const TERM_DAYS = 60;

/** Cities of the committee that decide on the call of the demonstration. */
export const DEMO_DECIDERS = 3;

const anchors = (lowest: string, middle: string, highest: string) => [
  { score: 1, words: lowest },
  { score: 3, words: middle },
  { score: 5, words: highest },
];

/** What every call of the demonstration is scored by. */
export const ROUND_CRITERIA = [
  {
    ...{ key: 'novelty', title: 'Novelty', weight: 30, min: 1, max: 5 },
    anchors: anchors('Others offer the same.', 'Known elsewhere, new here.', 'Nobody offers this yet.'),
  },
  {
    ...{ key: 'market', title: 'Market', weight: 40, min: 1, max: 5 },
    anchors: anchors('No buyer is named.', 'Buyers are named.', 'Buyers have given their word in writing.'),
  },
  {
    ...{ key: 'small-business', title: 'Good for small businesses', weight: 30, min: 1, max: 5 },
    anchors: anchors('They are suppliers only.', 'They earn a fair share.', 'They lead and own the result.'),
  },
];

/** An invented call of the secretariat, open from now on for two months. */
export function sampleCall(now: Date, decidingOrganizationIds: readonly string[]): CreateCallInput {
  return {
    title: 'Evenings by the sea: joint night-tourism products',
    language: 'en',
    zone: 'Asia/Seoul',
    themes: ['thm.night', 'thm.marine'],
    summary:
      'Partners from several countries make one product for the evening hours: a route, a ticket, a package. ' +
      'Small businesses lead; cities open their waterfronts. What is accepted is paid for in two instalments.',
    translations: [
      {
        language: 'ko',
        title: '바다의 저녁: 야간관광 공동상품 공모',
        summary:
          '여러 나라의 협력 기관이 함께 저녁 시간대의 상품 하나를 만듭니다. 코스와 입장권, 패키지 모두 가능합니다. 중소기업이 주관하고 도시는 수변 공간을 제공합니다. 선정된 사업비는 두 차례로 나누어 지급합니다.',
      },
    ],
    stages: [
      {
        key: 'full',
        opensAt: now.toISOString(),
        closesAt: new Date(now.getTime() + TERM_DAYS * DAY).toISOString(),
        criteria: null,
        form: [
          {
            key: 'guests',
            kind: 'long',
            words:
              'Which guests come, from where, and what do they find in the evening that they do not find today?',
            help: 'Name figures and where they come from.',
            required: true,
            maxLength: 2_000,
            options: [],
          },
          {
            key: 'season',
            kind: 'choices',
            words: 'In which season does the product run first?',
            help: null,
            required: true,
            maxLength: null,
            options: [
              { key: 'spring', words: 'Spring' },
              { key: 'summer', words: 'Summer' },
              { key: 'autumn', words: 'Autumn' },
              { key: 'winter', words: 'Winter' },
            ],
          },
          {
            key: 'evenings',
            kind: 'number',
            words: 'How many evenings are offered in the first year?',
            help: null,
            required: true,
            maxLength: null,
            options: [],
          },
        ],
      },
    ],
    criteria: ROUND_CRITERIA,
    quorum: 2,
    spreadLimit: 25,
    isBlind: false,
    decidingOrganizationIds,
    quotas: [
      { key: 'sme', value: '*', bound: 'least', share: 50 },
      { key: 'country', value: '*', bound: 'most', share: 40 },
    ],
    budgetCurrency: 'USD',
    maxBudgetMinor: 6_000_000,
    eligibility: [
      { number: 1, words: 'Partners from two countries at least.', kinds: [], countries: [] },
      {
        number: 2,
        words: 'A small or medium business leads, or has half of the budget.',
        kinds: [],
        countries: [],
      },
      {
        number: 3,
        words: 'The product can be booked within a year of the decision.',
        kinds: [],
        countries: [],
      },
    ],
  };
}
