import type { EventTemplates } from './template.js';

/** Texts about review and decision of calls. They never name who proposes. */
export const reviewKo = {
  'reviewer.added': {
    notice:
      '{titled, select, yes {{counterpart} 측에서 귀하를 사업 공모 “{title}” 심사위원으로 위촉했습니다.} other {{counterpart} 측에서 귀하를 사업 공모 심사위원으로 위촉했습니다.}}',
    mail: {
      subject:
        '{titled, select, yes {사업 공모 “{title}” 심사위원 위촉 안내} other {사업 공모 심사위원 위촉 안내}}',
      body: [
        '{titled, select, yes {{counterpart} 측에서 {organization} 소속인 귀하를 사업 공모 “{title}” 심사위원으로 위촉했습니다.} other {{counterpart} 측에서 {organization} 소속인 귀하를 사업 공모 심사위원으로 위촉했습니다.}}',
        '심사할 제안이 배정될 때마다 알려 드립니다. 제안마다 수락하거나 사양하실 수 있으며, 이해관계가 있으면 먼저 신고해 주십시오.',
      ],
      action: '공모 보기',
    },
  },
  'review.assigned': {
    notice: '{counterpart} 측에서 제안서 심사를 요청했습니다.',
    mail: {
      subject: '{counterpart} 제안서 심사 요청',
      body: [
        '{counterpart} 측에서 {organization} 소속인 귀하께 제안서 심사를 요청했습니다.',
        '되도록 빨리 확인해 주십시오. 이해관계가 있으면 신고하고, 시간이 없으면 사양하고, 가능하면 수락한 뒤 기한 안에 심사 의견을 작성해 주십시오.',
      ],
      action: '심사 화면 열기',
    },
  },
  'review.reminded': {
    notice: '{counterpart} 심사 기한이 3일 남았습니다.',
    mail: {
      subject: '심사 기한 3일 전 안내',
      body: [
        '{counterpart} 측에서 요청한 심사의 기한이 3일 남았습니다.',
        '지금까지 작성한 내용은 저장되어 있습니다. 기한 안에 마치기 어려우면 다른 분께 요청할 수 있도록 사양해 주십시오.',
      ],
      action: '심사 화면 열기',
    },
  },
  'review.discussed': { notice: '심사하신 제안의 토론에 새 의견이 있습니다.' },
  'review.given-back': {
    notice:
      '{titled, select, yes {사업 공모 “{title}” 제안 한 건에 다른 심사위원이 필요합니다.} other {소속 기관 사업 공모의 제안 한 건에 다른 심사위원이 필요합니다.}}',
  },
  'decision.agreed': {
    notice:
      '{titled, select, yes {사업 공모 “{title}” 결정이 확정되었습니다. 아직 공개되지 않았습니다.} other {소속 기관 사업 공모의 결정이 확정되었습니다. 아직 공개되지 않았습니다.}}',
    mail: {
      subject: '{titled, select, yes {“{title}” 결정 확정} other {사업 공모 결정 확정}}',
      body: [
        '결정 기관이 모든 제안에 대한 결정을 확정했습니다.',
        '아직 아무에게도 통지되지 않았습니다. 결정 기관이 결정을 공개하면 모든 신청자가 동시에 결과를 알게 됩니다.',
      ],
      action: '결정표 열기',
    },
  },
  'review.outcome-told': {
    notice:
      '{titled, select, yes {심사에 참여하신 사업 공모 “{title}” 결정이 공개되었습니다. 감사합니다.} other {심사에 참여하신 사업 공모의 결정이 공개되었습니다. 감사합니다.}}',
    mail: {
      subject: '{titled, select, yes {사업 공모 “{title}” 결정 공개} other {사업 공모 결정 공개}}',
      body: [
        '{titled, select, yes {사업 공모 “{title}” 결정이 모든 신청자에게 공개되었습니다.} other {사업 공모의 결정이 모든 신청자에게 공개되었습니다.}}',
        '{counterpart} 측에서 귀하의 심사에 감사드립니다.',
      ],
      action: '공모 보기',
    },
  },
} satisfies EventTemplates;
