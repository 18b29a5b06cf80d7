import type { UiLanguage } from '#libs/contracts';

/** What the landing page says, in each language of the product. */
export interface LandingWords {
  readonly title: string;
  readonly heading: string;
  readonly lead: (network: string) => string;
  readonly apply: string;
  readonly figures: string;
  readonly members: string;
  readonly countries: string;
  readonly candidates: string;
  readonly map: (count: string) => string;
  readonly forWhom: string;
  readonly audiences: readonly (readonly [who: string, what: string])[];
  readonly how: string;
  readonly steps: readonly (readonly [what: string, more: string])[];
  readonly ways: string;
  readonly waysLead: string;
  readonly eachWay: readonly (readonly [what: string, more: string])[];
  readonly where: string;
}

const en: LandingWords = {
  title: 'TPO Tourism Network',
  heading: 'Where tourism cities, companies and advisers find each other',
  lead: (network) =>
    `TTN is the working network of the ${network}. Members say what they offer and what they look for, see who fits and why, propose joint projects and talk directly.`,
  apply: 'Apply to take part',
  figures: 'The network in figures',
  members: 'member cities',
  countries: 'countries',
  candidates: 'candidate cities',
  map: (count) => `Coastline of Asia with ${count} member cities. The list below names their countries.`,
  forWhom: 'Who it is for',
  audiences: [
    ['Cities', 'Find companies, advice and partner cities for what your city plans next.'],
    [
      'Tourism companies',
      'Offer what you make to cities abroad and propose projects, however small your company is.',
    ],
    ['Consultants', 'Answer requests for advice in your field, in the languages you work in.'],
  ],
  how: 'How it works',
  steps: [
    ['Say what you offer and what you look for', 'Two or three themes are enough to begin.'],
    ['See who fits, and why', 'Both sides are compared; every reason shows the facts it stands on.'],
    ['Write to each other', 'Interest that is answered opens a conversation, with the facts at hand.'],
  ],
  ways: 'Two ways to take part',
  waysLead: 'The secretariat reads every application and gives reasons for every decision.',
  eachWay: [
    ['By recommendation', 'A member city or a participating company that knows you recommends you.'],
    ['By a proposal', 'Without a recommendation you hand in a project proposal, which two reviewers read.'],
  ],
  where: 'Where the members are',
};

const ko: LandingWords = {
  title: 'TPO 관광 네트워크',
  heading: '관광도시와 기업, 컨설턴트가 서로를 찾는 곳',
  lead: (network) =>
    `TTN은 ${network}의 업무 네트워크입니다. 회원은 제공하는 것과 찾는 것을 밝히고, 누가 왜 잘 맞는지 확인하며, 공동 사업을 제안하고 직접 대화합니다.`,
  apply: '참여 신청',
  figures: '숫자로 보는 네트워크',
  members: '회원 도시',
  countries: '국가',
  candidates: '가입 후보 도시',
  map: (count) => `아시아의 해안선과 회원 도시 ${count}곳. 아래 목록에서 나라별로 볼 수 있습니다.`,
  forWhom: '누구를 위한 네트워크인가요',
  audiences: [
    ['도시', '도시가 준비하는 사업에 맞는 기업과 자문, 교류 도시를 찾습니다.'],
    ['관광 기업', '규모가 작아도 해외 도시에 상품을 알리고 공동 사업을 제안할 수 있습니다.'],
    ['컨설턴트', '전문 분야와 업무 언어에 맞는 자문 요청에 답합니다.'],
  ],
  how: '이렇게 이용합니다',
  steps: [
    ['제공하는 것과 찾는 것을 밝힙니다', '주제 두세 가지면 시작하기에 충분합니다.'],
    ['누가 왜 잘 맞는지 확인합니다', '양쪽을 함께 비교하며, 이유마다 근거가 되는 사실을 보여 드립니다.'],
    ['바로 연락합니다', '상대가 관심에 응하면 관련 사실이 정리된 대화방이 열립니다.'],
  ],
  ways: '참여하는 두 가지 길',
  waysLead: '사무국이 모든 신청서를 읽고, 결정마다 이유를 알려 드립니다.',
  eachWay: [
    ['추천', '귀 기관을 아는 회원 도시나 참여 기업이 추천합니다.'],
    ['제안서', '추천이 없으면 사업 제안서를 제출하고, 심사위원 두 명이 검토합니다.'],
  ],
  where: '회원 도시가 있는 나라',
};

export const LANDING_WORDS: Readonly<Record<UiLanguage, LandingWords>> = { en, ko };
