import type { EventTemplates } from './template.js';

export const engagementKo = {
  'engagement.started': {
    notice:
      '{titled, select, yes {“{title}” 견적이 계약으로 이어졌습니다. 차례가 되면 서명을 요청드립니다.} other {선정된 견적이 계약으로 이어졌습니다. 차례가 되면 서명을 요청드립니다.}}',
    mail: {
      subject: '{titled, select, yes {“{title}” 계약} other {자문 계약이 시작되었습니다}}',
      body: [
        '{titled, select, yes {선정된 “{title}” 견적이 계약으로 이어졌습니다.} other {선정된 견적이 계약으로 이어졌습니다.}}',
        '자문 기관, 의뢰 기관, 비용 부담 기관의 순서로 서명합니다. {organization} 측의 차례가 되면 알려 드리겠습니다.',
      ],
      action: '계약 보기',
    },
  },
  'engagement.signature-due': {
    notice:
      '{titled, select, yes {“{title}” 계약에 서명하실 차례입니다.} other {자문 계약에 서명하실 차례입니다.}}',
    mail: {
      subject: '{titled, select, yes {서명 요청: “{title}” 계약} other {자문 계약에 서명해 주십시오}}',
      body: [
        '{titled, select, yes {“{title}” 계약이 {organization} 측의 서명을 기다리고 있습니다.} other {자문 계약이 {organization} 측의 서명을 기다리고 있습니다.}}',
        '소유자나 서명 권한자가 서명할 수 있습니다. 모두 서명하면 자문을 시작하며, 30일 안에 서명이 끝나지 않으면 계약은 취소됩니다.',
      ],
      action: '읽고 서명하기',
    },
  },
  'engagement.begun': {
    notice:
      '{titled, select, yes {“{title}” 계약에 모두 서명했습니다. 자문을 시작할 수 있습니다.} other {자문 계약에 모두 서명했습니다. 자문을 시작할 수 있습니다.}}',
    mail: {
      subject: '{titled, select, yes {서명 완료: “{title}”} other {자문 계약 서명이 끝났습니다}}',
      body: [
        '{titled, select, yes {모든 당사자가 “{title}” 계약에 서명했습니다.} other {모든 당사자가 {organization} 측의 자문 계약에 서명했습니다.}}',
        '이제 자문을 시작할 수 있습니다. 첫 회의 시간을 제안해 보십시오.',
      ],
      action: '자문 계약 열기',
    },
  },
  'engagement.lapsed': {
    notice:
      '{titled, select, yes {“{title}” 계약이 30일 안에 모두 서명되지 않아 취소되었습니다.} other {자문 계약이 30일 안에 모두 서명되지 않아 취소되었습니다.}}',
    mail: {
      subject: '{titled, select, yes {취소됨: “{title}” 계약} other {자문 계약이 취소되었습니다}}',
      body: [
        '{titled, select, yes {“{title}” 계약이 30일 안에 모든 당사자의 서명을 받지 못해 취소되었습니다.} other {{organization} 측의 자문 계약이 30일 안에 모든 당사자의 서명을 받지 못해 취소되었습니다.}}',
        '자문이 여전히 필요하시면 새로 요청해 주십시오.',
      ],
      action: '내용 보기',
    },
  },
  'engagement.cancelled': {
    notice:
      '{titled, select, yes {{counterpart} 측에서 자문을 시작하기 전에 “{title}” 계약을 취소했습니다.} other {{counterpart} 측에서 자문을 시작하기 전에 계약을 취소했습니다.}}',
    mail: {
      subject: '{titled, select, yes {취소됨: “{title}” 계약} other {자문 계약이 취소되었습니다}}',
      body: [
        '{titled, select, yes {{counterpart} 측에서 자문을 시작하기 전에 “{title}” 계약을 취소했습니다.} other {{counterpart} 측에서 자문을 시작하기 전에 {organization} 측과의 계약을 취소했습니다.}}',
        '사유는 자문 계약 화면에서 확인하실 수 있습니다.',
      ],
      action: '사유 보기',
    },
  },
  'engagement.accepted': {
    notice:
      '{titled, select, yes {“{title}” 건의 산출물이 모두 승인되었습니다. 14일 동안 서로 평가할 수 있습니다.} other {산출물이 모두 승인되었습니다. 14일 동안 서로 평가할 수 있습니다.}}',
    mail: {
      subject:
        '{titled, select, yes {승인 완료: “{title}” 어떠셨습니까?} other {모두 승인되었습니다. 어떠셨습니까?}}',
      body: [
        '{titled, select, yes {“{title}” 건의 산출물이 모두 승인되었습니다.} other {{organization} 측의 자문 산출물이 모두 승인되었습니다.}}',
        '상대 기관을 평가해 주십시오. 평가는 양쪽이 모두 제출하거나 14일이 지날 때까지 봉인됩니다.',
      ],
      action: '평가하기',
    },
  },
  'engagement.closed': {
    notice:
      '{titled, select, yes {“{title}” 자문이 종료되어 평가가 공개되었습니다.} other {자문이 종료되어 평가가 공개되었습니다.}}',
    mail: {
      subject: '{titled, select, yes {종료: “{title}”} other {자문이 종료되었습니다}}',
      body: [
        '{titled, select, yes {“{title}” 자문이 종료되어 양쪽에 평가가 공개되었습니다.} other {{organization} 측의 자문이 종료되어 양쪽에 평가가 공개되었습니다.}}',
        '다른 회원에게 도움이 될 내용이 있다면 사례집에 실을 요약을 함께 정해 주십시오.',
      ],
      action: '평가 보기',
    },
  },
  'engagement.disputed': {
    notice:
      '{titled, select, yes {{counterpart} 측에서 “{title}” 건에 대해 분쟁을 제기했습니다. 위원장이 결정할 때까지 모든 진행이 중단됩니다.} other {{counterpart} 측에서 분쟁을 제기했습니다. 위원장이 결정할 때까지 모든 진행이 중단됩니다.}}',
    mail: {
      subject: '{titled, select, yes {분쟁 제기: “{title}”} other {분쟁이 제기되었습니다}}',
      body: [
        '{titled, select, yes {{counterpart} 측에서 “{title}” 건에 대해 분쟁을 제기했습니다.} other {{counterpart} 측에서 {organization} 측과의 자문에 대해 분쟁을 제기했습니다.}}',
        '모든 진행이 중단됩니다. 자문위원회 위원장이 근무일 기준 열흘 안에 결정하며, 그동안에도 대화는 하실 수 있습니다.',
      ],
      action: '사유 보기',
    },
  },
  'dispute.raised': {
    notice:
      '{titled, select, yes {“{title}” 분쟁이 결정을 기다리고 있습니다.} other {분쟁이 결정을 기다리고 있습니다.}}',
    mail: {
      subject: '{titled, select, yes {결정 요청: “{title}” 분쟁} other {분쟁에 대한 결정이 필요합니다}}',
      body: [
        '{titled, select, yes {{counterpart} 측에서 “{title}” 자문에 대해 분쟁을 제기했습니다.} other {{counterpart} 측에서 자문에 대해 분쟁을 제기했습니다.}}',
        '모든 진행이 중단되어 있습니다. 근무일 기준 열흘 안에 결정해 주십시오.',
      ],
      action: '분쟁 보기',
    },
  },
  'dispute.overdue': {
    notice:
      '{titled, select, yes {“{title}” 분쟁의 결정 기한이 지났습니다.} other {분쟁의 결정 기한이 지났습니다.}}',
    mail: {
      subject: '{titled, select, yes {기한 경과: “{title}” 분쟁} other {결정 기한이 지났습니다}}',
      body: [
        '{titled, select, yes {근무일 기준 열흘이 지났지만 “{title}” 분쟁이 결정되지 않았습니다.} other {근무일 기준 열흘이 지났지만 분쟁이 결정되지 않았습니다.}}',
        '양쪽이 결정을 기다리고 있으며 모든 진행이 중단되어 있습니다.',
      ],
      action: '분쟁 보기',
    },
  },
  'dispute.decided': {
    notice:
      '{titled, select, yes {위원장이 “{title}” 분쟁에 대해 결정했습니다.} other {위원장이 분쟁에 대해 결정했습니다.}}',
    mail: {
      subject: '{titled, select, yes {결정: “{title}” 분쟁} other {분쟁이 결정되었습니다}}',
      body: [
        '{titled, select, yes {자문위원회 위원장이 “{title}” 분쟁에 대해 결정했습니다.} other {자문위원회 위원장이 {organization} 측의 분쟁에 대해 결정했습니다.}}',
        '앞으로의 진행은 결정문에서 확인하실 수 있습니다.',
      ],
      action: '결정문 보기',
    },
  },
  'engagement-session.proposed': {
    notice:
      '{titled, select, yes {{counterpart} 측에서 “{title}” 회의 시간을 제안했습니다. 하나를 골라 주십시오.} other {{counterpart} 측에서 회의 시간을 제안했습니다. 하나를 골라 주십시오.}}',
    mail: {
      subject: '{titled, select, yes {시간 선택: “{title}” 회의} other {회의 시간을 골라 주십시오}}',
      body: [
        '{counterpart} 측에서 회의 시간을 제안했습니다. 양쪽 시간대로 함께 보여 드립니다.',
        '하나를 고르시거나 다른 시간을 제안해 주십시오.',
      ],
      action: '시간 고르기',
    },
  },
  'engagement-session.confirmed': {
    notice:
      '{titled, select, yes {“{title}” 회의 시간이 확정되었습니다.} other {회의 시간이 확정되었습니다.}}',
    mail: {
      subject: '{titled, select, yes {확정: “{title}” 회의} other {회의 시간이 확정되었습니다}}',
      body: [
        '회의 시간이 확정되었습니다. 첨부 파일로 일정에 추가하실 수 있습니다.',
        '자문 계약 화면에서 양쪽 시간대의 시각을 확인하실 수 있습니다.',
      ],
      action: '회의 보기',
    },
  },
  'engagement-session.moved': {
    notice:
      '{titled, select, yes {{counterpart} 측에서 “{title}” 회의 시간을 바꾸자고 제안했습니다.} other {{counterpart} 측에서 회의 시간을 바꾸자고 제안했습니다.}}',
    mail: {
      subject:
        '{titled, select, yes {시간 변경 제안: “{title}” 회의} other {회의 시간 변경이 제안되었습니다}}',
      body: [
        '{counterpart} 측에서 확정된 회의의 시간을 바꾸자고 제안했습니다.',
        '새 시간이 정해질 때까지 일정에는 미정으로 표시됩니다.',
      ],
      action: '시간 고르기',
    },
  },
  'engagement-session.cancelled': {
    notice: '{titled, select, yes {“{title}” 회의가 취소되었습니다.} other {회의가 취소되었습니다.}}',
    mail: {
      subject: '{titled, select, yes {취소: “{title}” 회의} other {회의가 취소되었습니다}}',
      body: [
        '회의가 취소되었습니다. 일정에 있었다면 첨부 파일로 삭제하실 수 있습니다.',
        '언제든지 새 시간을 제안하실 수 있습니다.',
      ],
      action: '자문 계약 열기',
    },
  },
  'engagement-session.reminded': {
    notice: '{titled, select, yes {“{title}” 회의가 곧 시작됩니다.} other {회의가 곧 시작됩니다.}}',
    mail: {
      subject: '{titled, select, yes {곧 시작: “{title}” 회의} other {회의가 곧 시작됩니다}}',
      body: ['상대 기관과의 회의가 다가왔습니다.', '시간과 장소는 자문 계약 화면에서 확인하실 수 있습니다.'],
      action: '시간과 장소 보기',
    },
  },
  'engagement-session.missed': {
    notice:
      '{titled, select, yes {{counterpart} 측에서 “{title}” 회의가 열리지 못했다고 기록했습니다.} other {{counterpart} 측에서 회의가 열리지 못했다고 기록했습니다.}}',
  },
  'engagement-session.minutes-written': {
    notice: '{titled, select, yes {“{title}” 회의록을 확인해 주십시오.} other {회의록을 확인해 주십시오.}}',
    mail: {
      subject: '{titled, select, yes {확인 요청: “{title}” 회의록} other {회의록을 확인해 주십시오}}',
      body: [
        '{counterpart} 측에서 회의록을 작성했습니다.',
        '확인해 주시거나, 잘못된 점이 있으면 알려 주십시오. 닷새 동안 말씀이 없으시면 확정됩니다.',
      ],
      action: '회의록 읽기',
    },
  },
  'deliverable.submitted': {
    notice:
      '{titled, select, yes {{counterpart} 측에서 “{title}” 산출물을 제출했습니다.} other {{counterpart} 측에서 산출물을 제출했습니다.}}',
    mail: {
      subject: '{titled, select, yes {제출: “{title}” 산출물} other {산출물이 제출되었습니다}}',
      body: [
        '{counterpart} 측에서 산출물을 제출하고 회신을 기다리고 있습니다.',
        '승인하시거나 수정을 요청해 주십시오. 수정 요청은 두 번까지 포함되어 있습니다.',
      ],
      action: '산출물 보기',
    },
  },
  'deliverable.accepted': {
    notice:
      '{titled, select, yes {{counterpart} 측에서 “{title}” 산출물을 승인했습니다.} other {{counterpart} 측에서 산출물을 승인했습니다.}}',
    mail: {
      subject: '{titled, select, yes {승인: “{title}” 산출물} other {산출물이 승인되었습니다}}',
      body: [
        '{counterpart} 측에서 제출하신 산출물을 승인했습니다.',
        '남은 일은 자문 계약 화면에서 확인하실 수 있습니다.',
      ],
      action: '자문 계약 열기',
    },
  },
  'deliverable.revision-asked': {
    notice:
      '{titled, select, yes {{counterpart} 측에서 “{title}” 산출물의 수정을 요청했습니다.} other {{counterpart} 측에서 산출물의 수정을 요청했습니다.}}',
    mail: {
      subject: '{titled, select, yes {수정 요청: “{title}” 산출물} other {산출물 수정이 요청되었습니다}}',
      body: [
        '{counterpart} 측에서 보완할 점을 적어 산출물의 수정을 요청했습니다.',
        '수정을 마치면 다시 제출해 주십시오.',
      ],
      action: '요청 내용 보기',
    },
  },
  'deliverable.reminded': {
    notice:
      '{titled, select, yes {“{title}” 산출물이 열흘째 회신을 기다리고 있습니다.} other {산출물이 열흘째 회신을 기다리고 있습니다.}}',
    mail: {
      subject:
        '{titled, select, yes {열흘째 회신 없음: “{title}”} other {산출물이 회신을 기다리고 있습니다}}',
      body: [
        '{organization} 측에 산출물이 제출된 지 열흘이 지났지만 아직 회신이 없습니다.',
        '승인하시거나 수정을 요청해 주십시오. 닷새 뒤에는 사무국에서 연락드립니다.',
      ],
      action: '회신하기',
    },
  },
  'deliverable.unanswered': {
    notice:
      '{titled, select, yes {“{title}” 산출물이 보름째 회신을 받지 못했습니다.} other {산출물이 보름째 회신을 받지 못했습니다.}}',
    mail: {
      subject: '{titled, select, yes {회신 없음: “{title}” 산출물} other {회신 없는 산출물이 있습니다}}',
      body: [
        '{counterpart} 측에서 산출물에 대해 보름 동안, 알림을 받은 뒤에도 회신하지 않았습니다.',
        '어떤 사정이 있는지 확인해 주십시오.',
      ],
      action: '자문 계약 열기',
    },
  },
  'ledger-entry.recorded': {
    notice:
      '{titled, select, yes {{counterpart} 측에서 “{title}” 건의 청구 또는 지급 사실을 기록했습니다.} other {{counterpart} 측에서 청구 또는 지급 사실을 기록했습니다.}}',
  },
  'case-note.drafted': {
    notice:
      '{titled, select, yes {{counterpart} 측에서 “{title}” 사례 요약을 작성하고 동의를 요청했습니다.} other {{counterpart} 측에서 사례 요약을 작성하고 동의를 요청했습니다.}}',
    mail: {
      subject: '{titled, select, yes {동의 요청: “{title}” 사례 요약} other {사례 요약에 대한 동의 요청}}',
      body: [
        '{counterpart} 측에서 다른 회원이 참고할 수 있도록 이름을 뺀 사례 요약을 작성했습니다.',
        '양쪽이 모두 동의해야 사례집에 실립니다. 읽어 봐 주십시오.',
      ],
      action: '사례 요약 읽기',
    },
  },
  'case-note.published': {
    notice:
      '{titled, select, yes {“{title}” 사례 요약이 사례집에 실렸습니다.} other {자문 사례 요약이 사례집에 실렸습니다.}}',
  },
} satisfies EventTemplates;
