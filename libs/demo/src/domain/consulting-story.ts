/** Rates to read amounts by in the demo; rounded, and marked as examples. */
export const DEMO_RATES = (
  [
    ['KRW', 1_450],
    ['JPY', 155],
    ['VND', 26_000],
    ['CNY', 7.1],
    ['MYR', 4.2],
    ['THB', 33],
    ['IDR', 16_500],
    ['EUR', 0.87],
  ] as const
).map(([currency, unitsPerDollar]) => ({
  currency,
  unitsPerDollar,
  source: 'Example of the demonstration, rounded',
}));

/** Invented cases, as the secretariat would write them down. */
export const DEMO_CASES = [
  {
    ...{ areas: ['con.cruise_port'], language: 'en', country: null },
    title: 'Shops behind a cruise pier stayed empty',
    question: 'Passengers left the pier by bus within half an hour, and the blocks behind it had no trade.',
    answer:
      'A covered walk of 400 metres, signs from the gangway on and a market on ship days kept a third of them for two hours. (Fictional case.)',
  },
  {
    ...{ areas: ['con.visitor_mgmt', 'con.heritage'], language: 'ko', country: 'KR' },
    title: '한옥 골목에 낮 손님이 너무 몰렸습니다',
    question: '주말 낮이면 골목이 막히고 주민 불만이 커졌습니다. 막지 않고 나누는 방법이 있을까요?',
    answer:
      '예약제 해설을 이른 아침과 저녁으로 옮기고 버스 하차장을 두 곳으로 나누었더니 낮 손님이 4분의 1 줄었습니다. (가상 사례)',
  },
  {
    ...{ areas: ['con.branding', 'con.product'], language: 'en', country: 'VN' },
    title: 'One evening product for three small towns',
    question: 'Each town had a night market of its own and none was worth the trip.',
    answer:
      'They share one calendar, one name and a bus between them; each keeps its own theme. (Fictional case.)',
  },
  {
    ...{ areas: ['con.mice_bid'], language: 'en', country: null },
    title: 'A first congress without a convention bureau',
    question: 'Who answers a bid when nobody in the city is responsible for congresses?',
    answer:
      'A desk of three people lent by the city, the hotels and the hall, with one mandate and one price list. (Fictional case.)',
  },
] as const;

/** What Busan has asked, and what work is under way on. Invented, like the organizations that answer. */
export const DEMO_ENGAGEMENT = {
  request: {
    title: '야간 관광을 하나의 이름으로',
    language: 'ko',
    text: '해변과 시장, 산복도로의 저녁 행사가 따로 알려지고 있습니다. 하나의 이름과 계절 달력으로 묶는 방법을 찾습니다. (시연용 가상 요청)',
    goal: '내년 봄에 쓸 수 있는 이름과 계절 달력',
    areas: ['con.branding', 'con.product'],
    workingLanguages: ['ko', 'en'],
  },
  quote: {
    scope:
      'Two workshops with those who run the evenings, then a name, a calendar and a first season. (Fictional.)',
    sessions: 2,
    deliverables: [
      { title: 'What visitors do after six', inDays: 45 },
      { title: 'Name and calendar of the season', inDays: 90 },
    ],
    feeMinor: 18_000_000,
    taxMinor: 1_800_000,
  },
  session: { agenda: 'Who runs which evening, and what it costs', inDays: 6 },
  handedOver: 'First counts at four places, on two weekends. (Fictional.)',
} as const;

/** What Da Nang has asked; experts have been asked, and one quote lies sealed. */
export const DEMO_QUOTING = {
  request: {
    title: 'A rainy season that sells',
    language: 'en',
    text: 'From September to December our beaches are empty. Which products carry those months, and who buys them? (Fictional request of the demonstration.)',
    goal: 'Three products that can be sold next September',
    areas: ['con.product', 'con.competitiveness'],
    workingLanguages: ['en', 'vi'],
  },
  quote: {
    scope: 'A look at five months of bookings, interviews with ten buyers, three products. (Fictional.)',
    sessions: 3,
    deliverables: [{ title: 'Three products with prices', inDays: 80 }],
    feeMinor: 9_500_00,
    taxMinor: 0,
  },
} as const;
