import type { EventTemplates } from './template.js';

/** Texts about opportunities. */
export const opportunityKo = {
  'opportunity.handed-in': {
    notice: '{counterpart} 측 협력 공모가 공개 전 확인을 기다리고 있습니다.',
  },
  'opportunity.returned': {
    notice:
      '{titled, select, yes {사무국이 협력 공모 “{title}” 수정을 요청했습니다.} other {사무국이 협력 공모의 수정을 요청했습니다.}}',
    mail: {
      subject: '{titled, select, yes {협력 공모 “{title}” 수정 요청} other {협력 공모 수정 요청}}',
      body: [
        '{titled, select, yes {사무국이 {organization} 협력 공모 “{title}” 내용을 확인하고 공개 전에 수정을 요청했습니다.} other {사무국이 {organization} 협력 공모를 확인하고 공개 전에 수정을 요청했습니다.}}',
        '요청 내용은 공모 화면에 표시됩니다. 공모는 다시 작성 중 상태이며, 수정하신 뒤 공개하실 수 있습니다.',
      ],
      action: '수정할 내용 보기',
    },
  },
  'opportunity.published': {
    notice:
      '{titled, select, yes {소속 기관의 협력 공모 “{title}” 건이 공개되었습니다.} other {소속 기관의 협력 공모가 공개되었습니다.}}',
  },
  'opportunity.flagged': {
    notice: '{counterpart} 측에서 공개된 협력 공모를 변경했습니다. 내용을 확인해 주십시오.',
  },
  'opportunity.held': {
    notice:
      '{titled, select, yes {사무국이 협력 공모 “{title}” 건을 일시 중지했습니다.} other {사무국이 소속 기관의 협력 공모를 일시 중지했습니다.}}',
    mail: {
      subject: '{titled, select, yes {협력 공모 “{title}” 일시 중지 안내} other {협력 공모 일시 중지 안내}}',
      body: [
        '{titled, select, yes {사무국이 {organization} 협력 공모 “{title}” 건을 목록에서 잠시 제외했습니다.} other {사무국이 {organization} 협력 공모를 목록에서 잠시 제외했습니다.}}',
        '사유는 공모 화면에 표시됩니다. 수정하신 뒤 재확인을 요청해 주십시오. 확인이 끝나는 대로 목록에 다시 표시됩니다.',
      ],
      action: '사유 보기',
    },
  },
  'opportunity.look-asked': {
    notice: '{counterpart} 측에서 일시 중지된 협력 공모를 수정하고 재확인을 요청했습니다.',
  },
  'opportunity.released': {
    notice:
      '{titled, select, yes {협력 공모 “{title}” 건이 다시 목록에 표시됩니다.} other {소속 기관의 협력 공모가 다시 목록에 표시됩니다.}}',
  },
  'opportunity.ending': {
    notice:
      '{titled, select, yes {협력 공모 “{title}” 건이 2주 뒤에 끝납니다.} other {소속 기관의 협력 공모가 2주 뒤에 끝납니다.}}',
    mail: {
      subject:
        '{titled, select, yes {협력 공모 “{title}” 종료 2주 전 안내} other {협력 공모 종료 2주 전 안내}}',
      body: [
        '{titled, select, yes {{organization} 협력 공모 “{title}” 건이 2주 뒤에 끝나고 목록에서 제외됩니다.} other {{organization} 협력 공모가 2주 뒤에 끝나고 목록에서 제외됩니다.}}',
        '계속 협력 상대를 찾으신다면 기간을 연장해 주십시오. 연장은 공모마다 한 번 하실 수 있습니다. 상대를 찾으셨다면 알려 주십시오.',
      ],
      action: '연장하거나 결과 알리기',
    },
  },
  'opportunity.expired': {
    notice:
      '{titled, select, yes {협력 공모 “{title}” 기간이 끝났습니다.} other {소속 기관의 협력 공모 기간이 끝났습니다.}}',
    mail: {
      subject: '{titled, select, yes {협력 공모 “{title}” 기간 종료 안내} other {협력 공모 기간 종료 안내}}',
      body: [
        '{titled, select, yes {{organization} 협력 공모 “{title}” 기간이 끝나 목록에서 제외되었습니다.} other {{organization} 협력 공모 기간이 끝나 목록에서 제외되었습니다.}}',
        '아직 연장하지 않으셨다면 지금도 연장하실 수 있으며, 이 공모를 바탕으로 새 공모를 작성하실 수도 있습니다.',
      ],
      action: '협력 공모 보기',
    },
  },
  'opportunity.outcome-asked': {
    notice:
      '{titled, select, yes {협력 공모 “{title}” 결과를 간단히 알려 주십시오.} other {상대를 찾으신 협력 공모의 결과를 간단히 알려 주십시오.}}',
  },
  'interest.opportunity-paused': {
    notice:
      '연락 중이신 {counterpart} 측 협력 공모가 일시 중지되었습니다. 주고받은 내용은 그대로이며, 공모는 다시 열릴 수 있습니다.',
  },
  'interest.opportunity-resumed': {
    notice: '연락 중이신 {counterpart} 측 협력 공모가 다시 열렸습니다.',
  },
  'interest.opportunity-ended': {
    notice: '연락 중이신 {counterpart} 측 협력 공모가 끝났습니다.',
    mail: {
      subject: '{counterpart} 측 협력 공모가 끝났습니다',
      body: [
        '{organization} 및 {counterpart} 간에 연락 중인 협력 공모가 끝났습니다. 상대를 찾았거나, 마감되었거나, 기간이 지났습니다.',
        '이미 시작된 대화는 유지됩니다. 아직 답하지 않은 관심 표시에는 더 이상 답하지 않으셔도 됩니다.',
      ],
      action: '협력 공모 보기',
    },
  },
} satisfies EventTemplates;
