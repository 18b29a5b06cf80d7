import { UI_LANGUAGES, type UiLanguage } from '#libs/contracts';
import type { Verdict } from './decision.js';

/** A reason an officer may start from, in the applicant's language. */
export interface ReasonTemplate {
  readonly code: string;
  readonly verdict: Verdict;
  readonly text: string;
}

type Texts = Readonly<Record<UiLanguage, string>>;

const TEMPLATES: readonly { code: string; verdict: Verdict; texts: Texts }[] = [
  {
    code: 'complete',
    verdict: 'accept',
    texts: {
      en: 'Your application is complete and meets the conditions of participation.',
      ko: '신청 서류가 모두 갖추어졌으며 참여 요건을 충족합니다.',
    },
  },
  {
    code: 'good-proposal',
    verdict: 'accept',
    texts: {
      en: 'The reviewers found that your entry proposal opens a new market and serves small businesses.',
      ko: '제출하신 참가 제안서가 새로운 시장을 열고 중소 사업자에게 도움이 된다고 심사위원이 평가했습니다.',
    },
  },
  {
    code: 'not-tourism',
    verdict: 'reject',
    texts: {
      en: 'Your business is not connected with tourism in a member city. The network serves tourism only.',
      ko: '귀 기관의 사업은 회원 도시의 관광과 관련이 확인되지 않습니다. 본 네트워크는 관광 분야만을 대상으로 합니다.',
    },
  },
  {
    code: 'document-invalid',
    verdict: 'reject',
    texts: {
      en: 'The registration document does not show that your organization exists under the name you gave.',
      ko: '등록 증빙 서류로는 기재하신 명칭의 기관이 존재함을 확인할 수 없습니다.',
    },
  },
  {
    code: 'duplicate',
    verdict: 'reject',
    texts: {
      en: 'Your organization already takes part under another record. Please ask its owner to invite you.',
      ko: '귀 기관은 이미 다른 기록으로 참여하고 있습니다. 해당 기관의 소유자에게 초대를 요청해 주십시오.',
    },
  },
  {
    code: 'document-unreadable',
    verdict: 'ask',
    texts: {
      en: 'We cannot read the registration document. Please describe what it says, or withdraw and send a clearer copy.',
      ko: '등록 증빙 서류를 판독할 수 없습니다. 내용을 설명해 주시거나, 신청을 철회하고 더 선명한 사본으로 다시 신청해 주십시오.',
    },
  },
  {
    code: 'relation-to-record',
    verdict: 'ask',
    texts: {
      en: 'A similar organization is already on record. How do you relate to it?',
      ko: '유사한 기관이 이미 등록되어 있습니다. 어떤 관계인지 알려 주십시오.',
    },
  },
];

/** The language TTN writes to a reader of this BCP 47 tag. */
export function writtenLanguage(tag: string): UiLanguage {
  const primary = tag.split('-')[0];
  return UI_LANGUAGES.find((language) => language === primary) ?? 'en';
}

export function reasonTemplates(language: UiLanguage): ReasonTemplate[] {
  return TEMPLATES.map(({ code, verdict, texts }) => ({ code, verdict, text: texts[language] }));
}
