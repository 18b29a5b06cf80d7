import type { Certainty, TpoMembership, UiLanguage } from '#libs/contracts';

/** What the public pages say, in each language of the product. */
export interface PageWords {
  readonly network: string;
  readonly lead: string;
  readonly cities: string;
  readonly citiesLead: string;
  readonly toCities: string;
  readonly toResults: string;
  readonly signIn: string;
  readonly register: string;
  readonly facts: string;
  readonly country: string;
  readonly region: string;
  readonly languages: string;
  readonly population: string;
  readonly membership: string;
  readonly memberships: Readonly<Record<TpoMembership, string>>;
  readonly certainty: string;
  readonly certainties: Readonly<Record<Certainty, string>>;
  readonly map: string;
  readonly opportunities: string;
  readonly noOpportunities: string;
  readonly work: string;
  readonly workLead: string;
  readonly fictional: string;
  readonly missing: string;
  readonly missingLead: string;
  readonly data: string;
  readonly dataJson: string;
  readonly dataCsv: string;
  readonly otherLanguage: string;
  readonly about: (population: string) => string;
  readonly mapOf: (city: string) => string;
}

const en: PageWords = {
  network: 'TPO Tourism Network',
  lead: 'Tourism cities, companies and consultants find each other and work together.',
  cities: 'Cities of the network',
  citiesLead: 'Members and candidates, by country.',
  toCities: 'All cities',
  toResults: 'Results of projects',
  signIn: 'Sign in',
  register: 'Create an account',
  facts: 'Facts',
  country: 'Country',
  region: 'Region',
  languages: 'Languages',
  population: 'Population',
  membership: 'Membership of the TPO',
  memberships: {
    city_member: 'City member',
    candidate: 'Candidate',
    industry_member: 'Industry member',
    none: 'None',
  },
  certainty: 'How sure the membership is',
  certainties: {
    high: 'High: stated by the TPO or several sources',
    medium: 'Medium: stated by one source',
    low: 'Low: not confirmed',
  },
  map: 'Map',
  opportunities: 'Looking for partners',
  noOpportunities: 'Nothing is announced at the moment.',
  work: 'Work with this city',
  workLead: 'Members of the network read the details, answer and talk directly.',
  fictional: 'Invented for the demonstration',
  missing: 'This city is not here',
  missingLead: 'No city of the network has this address. The list shows all of them.',
  data: 'These facts as a file',
  dataJson: 'JSON for programs',
  dataCsv: 'CSV for spreadsheets',
  otherLanguage: '한국어',
  about: (population) => `about ${population}`,
  mapOf: (city) => `Where ${city} lies on the coastline`,
};

const ko: PageWords = {
  network: 'TPO 관광 네트워크',
  lead: '관광도시와 기업, 컨설턴트가 서로를 찾아 함께 일하는 네트워크입니다.',
  cities: '네트워크의 도시',
  citiesLead: '회원 도시와 가입 후보 도시를 나라별로 보여 드립니다.',
  toCities: '전체 도시',
  toResults: '프로젝트 성과',
  signIn: '로그인',
  register: '계정 만들기',
  facts: '기본 정보',
  country: '국가',
  region: '지역',
  languages: '언어',
  population: '인구',
  membership: 'TPO 회원 구분',
  memberships: {
    city_member: '도시 회원',
    candidate: '가입 후보',
    industry_member: '산업 회원',
    none: '해당 없음',
  },
  certainty: '회원 정보의 확실성',
  certainties: {
    high: '높음: TPO 또는 여러 자료에서 확인됨',
    medium: '보통: 한 자료에서 확인됨',
    low: '낮음: 확인되지 않음',
  },
  map: '지도',
  opportunities: '파트너를 찾고 있습니다',
  noOpportunities: '현재 공개된 협력 제안이 없습니다.',
  work: '이 도시와 함께 일하기',
  workLead: '네트워크 회원은 자세한 내용을 읽고 바로 답하며 대화할 수 있습니다.',
  fictional: '시연을 위해 만든 가상의 도시',
  missing: '찾으시는 도시가 없습니다',
  missingLead: '이 주소를 가진 도시가 네트워크에 없습니다. 전체 목록에서 찾아 보십시오.',
  data: '파일로 받기',
  dataJson: 'JSON (프로그램용)',
  dataCsv: 'CSV (스프레드시트용)',
  otherLanguage: 'English',
  about: (population) => `약 ${population}명`,
  mapOf: (city) => `해안선 위의 위치: ${city}`,
};

export const PAGE_WORDS: Readonly<Record<UiLanguage, PageWords>> = { en, ko };
