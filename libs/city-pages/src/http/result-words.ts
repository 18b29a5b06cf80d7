import type { UiLanguage } from '#libs/contracts';
import type { FigureCode } from '#libs/projects';

/** What the public pages of results say. */
export interface ResultWords {
  readonly results: string;
  readonly lead: string;
  readonly none: string;
  readonly more: string;
  readonly all: string;
  readonly by: string;
  readonly unnamed: (count: number) => string;
  readonly figures: string;
  readonly figure: Readonly<Record<FigureCode, string>>;
  readonly otherLanguages: string;
  readonly closed: string;
  readonly missing: string;
  readonly missingLead: string;
}

const en: ResultWords = {
  results: 'Results of projects',
  lead: 'What joint projects of the network have reached, published with the consent of who led them.',
  none: 'No results are published yet.',
  more: 'Earlier results',
  all: 'All results',
  by: 'Who did it',
  unnamed: (count) => (count === 1 ? 'One partner is not named.' : `${count} partners are not named.`),
  figures: 'In figures',
  figure: {
    visitors: 'Visitors',
    'overnight-stays': 'Overnight stays',
    'new-products': 'New products',
    'smes-involved': 'SMEs involved',
    'people-trained': 'People trained',
    jobs: 'Jobs',
    'media-reach': 'People reached by media',
    events: 'Events',
  },
  otherLanguages: 'In other languages',
  closed: 'Closed in',
  missing: 'These results are not here',
  missingLead: 'No results with this address are public. The list shows all of them.',
};

const ko: ResultWords = {
  results: '프로젝트 성과',
  lead: '네트워크의 공동 프로젝트가 이룬 성과를 주관 기관의 동의를 받아 공개합니다.',
  none: '아직 공개된 성과가 없습니다.',
  more: '이전 성과',
  all: '전체 성과',
  by: '함께한 기관',
  unnamed: (count) => `이름을 밝히지 않은 파트너 ${count}곳이 있습니다.`,
  figures: '숫자로 보는 성과',
  figure: {
    visitors: '방문객',
    'overnight-stays': '숙박',
    'new-products': '신규 상품',
    'smes-involved': '참여 중소기업',
    'people-trained': '교육 이수자',
    jobs: '일자리',
    'media-reach': '미디어 도달 인원',
    events: '행사',
  },
  otherLanguages: '다른 언어로 읽기',
  closed: '종료 연도',
  missing: '찾으시는 성과가 없습니다',
  missingLead: '이 주소로 공개된 성과가 없습니다. 전체 목록에서 찾아 보십시오.',
};

export const RESULT_WORDS: Readonly<Record<UiLanguage, ResultWords>> = { en, ko };
