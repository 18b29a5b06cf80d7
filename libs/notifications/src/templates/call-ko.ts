import type { EventTemplates } from './template.js';

/** Texts about calls for proposals. */
export const callKo = {
  'call.published': {
    notice:
      '{titled, select, yes {{counterpart} 측에서 사업 공모 “{title}” 건을 공고했습니다.} other {{counterpart} 측에서 사업 공모를 공고했습니다.}}',
  },
  'call.stage-closed': {
    notice:
      '{titled, select, yes {사업 공모 “{title}” 접수가 마감되었습니다. 접수된 제안의 적격성 검토와 심사를 시작할 수 있습니다.} other {소속 기관의 사업 공모 접수가 마감되었습니다. 접수된 제안의 적격성 검토와 심사를 시작할 수 있습니다.}}',
    mail: {
      subject: '{titled, select, yes {사업 공모 “{title}” 접수 마감} other {사업 공모 접수 마감}}',
      body: [
        '{titled, select, yes {{organization} 사업 공모 “{title}” 접수 기한이 지났습니다.} other {{organization} 사업 공모의 접수 기한이 지났습니다.}}',
        '더 이상 제안을 접수하지 않습니다. 제출된 제안이 적격성 검토와 심사를 기다리고 있습니다.',
      ],
      action: '공모 보기',
    },
  },
  'call.announced': {
    notice:
      '{titled, select, yes {{counterpart} 측에서 “{title}” 사업 제안을 공모합니다.} other {{counterpart} 측에서 사업 제안을 공모합니다.}}',
  },
  'call.change-told': {
    notice:
      '{titled, select, yes {{counterpart} 측에서 사업 공모 “{title}” 조건을 변경했습니다. 달라진 내용을 확인해 주십시오.} other {{counterpart} 측에서 사업 공모 조건을 변경했습니다. 달라진 내용을 확인해 주십시오.}}',
    mail: {
      subject: '{titled, select, yes {사업 공모 “{title}” 조건 변경} other {사업 공모 조건 변경}}',
      body: [
        '{titled, select, yes {{counterpart} 측에서 사업 공모 “{title}” 조건을 변경했습니다.} other {{counterpart} 측에서 사업 공모 조건을 변경했습니다.}}',
        '{organization} 기관이 이 공모에 관심을 등록했거나 제안에 참여하고 있어 알려 드립니다. 달라진 내용과 사유는 공모 화면에 표시됩니다. 제안 내용이 변경된 조건에 맞는지 확인해 주십시오.',
      ],
      action: '변경 내용 보기',
    },
  },
  'call.opening-told': {
    notice:
      '{titled, select, yes {사업 공모 “{title}” 접수가 시작되었습니다.} other {관심 등록하신 사업 공모의 접수가 시작되었습니다.}}',
  },
  'call.closing-told': {
    notice:
      '{titled, select, yes {사업 공모 “{title}” 접수가 3일 뒤 마감됩니다.} other {관심 등록하신 사업 공모의 접수가 3일 뒤 마감됩니다.}}',
    mail: {
      subject: '{titled, select, yes {“{title}” 접수 마감 3일 전} other {사업 공모 접수 마감 3일 전}}',
      body: [
        '{titled, select, yes {{counterpart} 사업 공모 “{title}” 접수가 3일 뒤 마감됩니다.} other {{counterpart} 사업 공모의 접수가 3일 뒤 마감됩니다.}}',
        '마감은 서버 시각을 기준으로 초 단위까지 적용되며 유예 시간이 없습니다. 모든 참여 기관이 승인해야 제안을 제출할 수 있습니다.',
      ],
      action: '마감 시각 보기',
    },
  },
  'call.call-off-told': {
    notice:
      '{titled, select, yes {{counterpart} 측에서 사업 공모 “{title}” 건을 취소했습니다.} other {{counterpart} 측에서 관심 등록하신 사업 공모를 취소했습니다.}}',
    mail: {
      subject: '{titled, select, yes {사업 공모 “{title}” 취소 안내} other {사업 공모 취소 안내}}',
      body: [
        '{titled, select, yes {{counterpart} 측에서 사업 공모 “{title}” 건을 취소했습니다. 더 이상 제안을 접수하지 않습니다.} other {{counterpart} 측에서 사업 공모를 취소했습니다. 더 이상 제안을 접수하지 않습니다.}}',
        '취소 사유는 공모 화면에 표시됩니다. 작성 중인 제안은 그대로 보관되며, 공모와 관계없이 언제든지 제출하실 수 있습니다.',
      ],
      action: '사유 보기',
    },
  },
} satisfies EventTemplates;
