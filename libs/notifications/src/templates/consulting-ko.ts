import type { EventTemplates } from './template.js';

/** Texts about consulting requests, experts and quotes. Before quotes are opened nothing is said of them. */
export const consultingKo = {
  'consulting-request.submitted': {
    notice:
      '{titled, select, yes {“{title}” 컨설팅 의뢰가 제출되었습니다.} other {소속 기관의 컨설팅 의뢰가 제출되었습니다.}}',
  },
  'consulting-request.taken': {
    notice:
      '{titled, select, yes {사무국에서 “{title}” 컨설팅 의뢰를 검토하고 있습니다.} other {사무국에서 소속 기관의 컨설팅 의뢰를 검토하고 있습니다.}}',
  },
  'consulting-request.information-asked': {
    notice:
      '{titled, select, yes {사무국에서 “{title}” 컨설팅 의뢰에 대해 추가 정보를 요청했습니다.} other {사무국에서 소속 기관의 컨설팅 의뢰에 대해 추가 정보를 요청했습니다.}}',
    mail: {
      subject: '컨설팅 의뢰에 추가 정보가 필요합니다',
      body: [
        '{titled, select, yes {사무국에서 “{title}” 컨설팅 의뢰에 대해 추가 정보를 요청했습니다.} other {사무국에서 소속 기관의 컨설팅 의뢰에 대해 추가 정보를 요청했습니다.}}',
        '적합한 전문가에게 요청할 수 있도록 사무국의 질문에 답해 주십시오.',
        '30일 안에 답변이 없으면 의뢰가 종료됩니다.',
      ],
      action: '질문 확인하고 답하기',
    },
  },
  'consulting-request.information-reminded': {
    notice:
      '{titled, select, yes {사무국에서 “{title}” 컨설팅 의뢰에 대한 추가 정보를 기다리고 있습니다.} other {사무국에서 컨설팅 의뢰에 대한 추가 정보를 기다리고 있습니다.}}',
    mail: {
      subject: '추가 정보 요청 재안내: 컨설팅 의뢰',
      body: [
        '{titled, select, yes {사무국에서 “{title}” 컨설팅 의뢰에 대한 추가 정보를 기다리고 있습니다.} other {사무국에서 컨설팅 의뢰에 대한 추가 정보를 기다리고 있습니다.}}',
        '사무국에서 열흘 전에 질문을 드렸으나 아직 답변이 없습니다.',
        '질문을 드린 날부터 30일 안에 답변이 없으면 의뢰가 종료됩니다.',
      ],
      action: '지금 답하기',
    },
  },
  'consulting-request.lapsed': {
    notice:
      '{titled, select, yes {사무국의 질문에 답변이 없어 “{title}” 컨설팅 의뢰가 종료되었습니다.} other {사무국의 질문에 답변이 없어 컨설팅 의뢰가 종료되었습니다.}}',
    mail: {
      subject: '컨설팅 의뢰가 종료되었습니다',
      body: [
        '{titled, select, yes {사무국의 질문에 답변이 없어 “{title}” 컨설팅 의뢰가 종료되었습니다.} other {사무국의 질문에 답변이 없어 컨설팅 의뢰가 종료되었습니다.}}',
        '사무국의 질문에 30일 동안 답변이 없어 의뢰가 종료되었습니다.',
        '언제든지 새로 의뢰하실 수 있습니다.',
      ],
      action: '의뢰 보기',
    },
  },
  'consulting-request.answered': {
    notice:
      '{titled, select, yes {“{title}” 컨설팅 의뢰에 대한 답변이 도착했습니다.} other {소속 기관의 컨설팅 의뢰에 대한 답변이 도착했습니다.}}',
    mail: {
      subject: '컨설팅 의뢰에 대한 답변이 있습니다',
      body: [
        '{titled, select, yes {“{title}” 컨설팅 의뢰에 대한 답변이 도착했습니다.} other {소속 기관의 컨설팅 의뢰에 대한 답변이 도착했습니다.}}',
        '사무국에서 과거 사례 또는 같은 문제를 해결한 도시를 찾아 답변을 드렸습니다.',
        '답변은 무료로 확인하실 수 있습니다.',
      ],
      action: '답변 보기',
    },
  },
  'consulting-request.out-of-scope': {
    notice:
      '{titled, select, yes {사무국에서 “{title}” 컨설팅 의뢰를 맡을 수 없습니다. 사유를 확인해 주십시오.} other {사무국에서 소속 기관의 컨설팅 의뢰를 맡을 수 없습니다. 사유를 확인해 주십시오.}}',
    mail: {
      subject: '컨설팅 의뢰를 맡을 수 없습니다',
      body: [
        '{titled, select, yes {사무국에서 “{title}” 컨설팅 의뢰를 맡을 수 없습니다. 사유를 확인해 주십시오.} other {사무국에서 소속 기관의 컨설팅 의뢰를 맡을 수 없습니다. 사유를 확인해 주십시오.}}',
        '사무국에서 의뢰를 검토했으나 맡을 수 없습니다.',
        '사유는 의뢰 화면에서 확인하실 수 있습니다.',
      ],
      action: '사유 보기',
    },
  },
  'consulting-request.matching-started': {
    notice:
      '{titled, select, yes {“{title}” 컨설팅 의뢰를 맡을 전문가에게 요청하고 있습니다.} other {소속 기관의 컨설팅 의뢰를 맡을 전문가에게 요청하고 있습니다.}}',
  },
  'consulting-request.quoting-started': {
    notice:
      '{titled, select, yes {전문가가 “{title}” 컨설팅 의뢰에 응하여 견적을 준비합니다.} other {전문가가 소속 기관의 컨설팅 의뢰에 응하여 견적을 준비합니다.}}',
  },
  'consulting-request.nobody-left': {
    notice:
      '{titled, select, yes {요청드린 전문가 가운데 “{title}” 컨설팅 의뢰를 맡을 수 있는 분이 없습니다. 사무국에서 계속 찾아보겠습니다.} other {요청드린 전문가 가운데 소속 기관의 컨설팅 의뢰를 맡을 수 있는 분이 없습니다. 사무국에서 계속 찾아보겠습니다.}}',
    mail: {
      subject: '의뢰를 맡을 수 있는 전문가가 없습니다',
      body: [
        '{titled, select, yes {요청드린 전문가 가운데 “{title}” 컨설팅 의뢰를 맡을 수 있는 분이 없습니다. 사무국에서 계속 찾아보겠습니다.} other {요청드린 전문가 가운데 소속 기관의 컨설팅 의뢰를 맡을 수 있는 분이 없습니다. 사무국에서 계속 찾아보겠습니다.}}',
        '요청드린 모든 전문가가 사양했거나 기한 안에 답하지 않았습니다.',
        '사무국에서 의뢰를 다시 검토하여 다른 전문가에게 요청하거나, 찾지 못하면 사실대로 알려 드리겠습니다.',
      ],
      action: '의뢰 보기',
    },
  },
  'consulting-request.delayed': {
    notice:
      '{titled, select, yes {“{title}” 컨설팅 의뢰의 답변이 약속보다 늦어지고 있습니다. 사무국에 알렸습니다.} other {소속 기관의 컨설팅 의뢰에 대한 답변이 약속보다 늦어지고 있습니다. 사무국에 알렸습니다.}}',
  },
  'consulting-request.unanswered': {
    notice:
      '{titled, select, yes {“{title}” 컨설팅 의뢰를 맡을 전문가를 찾지 못해 의뢰를 종료합니다.} other {소속 기관의 컨설팅 의뢰를 맡을 전문가를 찾지 못해 의뢰를 종료합니다.}}',
    mail: {
      subject: '컨설팅 의뢰를 맡을 전문가를 찾지 못했습니다',
      body: [
        '{titled, select, yes {“{title}” 컨설팅 의뢰를 맡을 전문가를 찾지 못해 의뢰를 종료합니다.} other {소속 기관의 컨설팅 의뢰를 맡을 전문가를 찾지 못해 의뢰를 종료합니다.}}',
        '의뢰를 맡을 전문가를 찾지 못해 죄송합니다. 더 기다리시지 않도록 의뢰를 종료합니다.',
        '지금까지의 경과는 의뢰 화면에서 확인하실 수 있습니다. 내용을 바꾸어 다시 의뢰하실 수 있습니다.',
      ],
      action: '의뢰 보기',
    },
  },
  'consulting-request.quotes-opened': {
    notice:
      '{titled, select, yes {“{title}” 컨설팅 의뢰의 견적이 공개되었습니다. 비교하고 선택하실 수 있습니다.} other {소속 기관의 컨설팅 의뢰에 대한 견적이 공개되었습니다. 비교하고 선택하실 수 있습니다.}}',
    mail: {
      subject: '컨설팅 의뢰의 견적이 공개되었습니다',
      body: [
        '{titled, select, yes {“{title}” 컨설팅 의뢰의 견적이 공개되었습니다. 비교하고 선택하실 수 있습니다.} other {소속 기관의 컨설팅 의뢰에 대한 견적이 공개되었습니다. 비교하고 선택하실 수 있습니다.}}',
        '접수된 모든 견적을 나란히 비교하실 수 있습니다.',
        '유효 기간 안에 하나를 선택해 주십시오. 선택되지 않은 전문가에게는 입력하신 사유를 알려 드립니다.',
      ],
      action: '견적 비교하기',
    },
  },
  'consulting-request.choice-reminded': {
    notice:
      '{titled, select, yes {“{title}” 컨설팅 의뢰의 견적이 선택을 기다리고 있습니다.} other {소속 기관의 컨설팅 의뢰에 대한 견적이 선택을 기다리고 있습니다.}}',
    mail: {
      subject: '견적을 선택해 주십시오',
      body: [
        '{titled, select, yes {“{title}” 컨설팅 의뢰의 견적이 선택을 기다리고 있습니다.} other {소속 기관의 컨설팅 의뢰에 대한 견적이 선택을 기다리고 있습니다.}}',
        '컨설팅 의뢰의 견적이 공개된 지 일주일이 지났습니다.',
        '전문가들이 일정을 비워 두고 있습니다. 하나를 선택하거나 의뢰를 취소해 주십시오.',
      ],
      action: '견적 비교하기',
    },
  },
  'consulting-request.arrived': {
    notice: '{counterpart} 측에서 컨설팅 의뢰를 제출했습니다. 사무국의 검토를 기다리고 있습니다.',
    mail: {
      subject: '{counterpart} 컨설팅 의뢰 접수',
      body: [
        '{counterpart} 측에서 컨설팅 의뢰를 제출했습니다.',
        '해당 국가의 영업일 기준 3일 안에 검토해 주십시오. 과거 사례로 답하거나, 추가 정보를 요청하거나, 전문가에게 요청하거나, 맡을 수 없는 사유를 알려 주십시오.',
      ],
      action: '의뢰 열기',
    },
  },
  'consulting-request.information-given': {
    notice: '{counterpart} 측에서 컨설팅 의뢰에 대한 질문에 답했습니다.',
  },
  'consulting-request.returned': {
    notice: '{counterpart} 컨설팅 의뢰를 맡을 전문가가 남아 있지 않습니다.',
    mail: {
      subject: '{counterpart} 의뢰에 다른 전문가가 필요합니다',
      body: [
        '{counterpart} 컨설팅 의뢰를 요청받은 모든 전문가가 사양했거나 답하지 않았습니다.',
        '의뢰가 다시 사무국으로 돌아왔습니다. 다른 전문가에게 요청하거나, 맡을 전문가가 없음을 {counterpart} 측에 알려 주십시오.',
      ],
      action: '의뢰 열기',
    },
  },
  'consulting-request.overdue': {
    notice: '{counterpart} 컨설팅 의뢰의 검토 기한이 지났습니다.',
    mail: {
      subject: '검토 기한 초과: {counterpart} 컨설팅 의뢰',
      body: [
        '{counterpart} 컨설팅 의뢰가 영업일 기준 3일 동안 사무국에서 처리되지 않았습니다. 늦어진다는 사실을 {counterpart} 측에 알렸습니다.',
        '세 번째까지 처리되지 않으면 위원회 의뢰는 답변 없음으로 종료됩니다.',
      ],
      action: '의뢰 열기',
    },
  },
  'consulting-request.cancelled': {
    notice: '{counterpart} 측에서 컨설팅 의뢰를 취소했습니다.',
  },
  'expert-invitation.sent': {
    notice: '{counterpart} 컨설팅 의뢰를 맡아 달라는 요청이 있습니다.',
    mail: {
      subject: '{counterpart} 컨설팅 의뢰를 맡아 주시겠습니까?',
      body: [
        '{counterpart} 컨설팅 의뢰를 {organization} 측에서 맡아 달라는 요청이 있습니다.',
        '5일 안에 답해 주십시오. 이해관계가 없음과 비밀 유지를 확인하고 수락하거나, 다른 분께 요청할 수 있도록 사양해 주십시오.',
      ],
      action: '의뢰 확인하고 답하기',
    },
  },
  'expert-invitation.reminded': {
    notice: '{counterpart} 컨설팅 의뢰에 대한 답변 기한이 이틀 남았습니다.',
    mail: {
      subject: '{counterpart} 의뢰 답변 기한 이틀 전 안내',
      body: [
        '{counterpart} 컨설팅 의뢰를 맡을지에 대해 {organization} 측의 답변이 아직 없습니다.',
        '이틀 뒤 요청이 종료되고 다른 분께 요청합니다.',
      ],
      action: '지금 답하기',
    },
  },
  'expert-invitation.released': {
    notice: '{counterpart} 컨설팅 의뢰가 정리되어 더 이상 답하지 않으셔도 됩니다. 감사합니다.',
    mail: {
      subject: '{counterpart} 의뢰가 정리되었습니다',
      body: [
        '{organization} 측에 요청드렸던 {counterpart} 컨설팅 의뢰가 정리되었습니다.',
        '더 하실 일은 없습니다. 응해 주셔서 감사합니다.',
      ],
      action: '의뢰 목록 보기',
    },
  },
  'expert-invitation.accepted': {
    notice: '전문가가 {counterpart} 컨설팅 의뢰 요청을 수락했습니다.',
  },
  'expert-invitation.declined': {
    notice: '전문가가 {counterpart} 컨설팅 의뢰 요청을 사양했습니다.',
  },
  'expert-invitation.expired': {
    notice: '전문가가 {counterpart} 컨설팅 의뢰 요청에 기한 안에 답하지 않았습니다.',
    mail: {
      subject: '전문가가 답하지 않았습니다',
      body: [
        '{counterpart} 컨설팅 의뢰를 요청받은 전문가가 5일 안에 답하지 않았습니다.',
        '요청이 종료되었습니다. 다른 전문가에게 대신 요청하실 수 있습니다.',
      ],
      action: '다른 전문가에게 요청하기',
    },
  },
  'quote.taken-back': {
    notice: '전문가가 컨설팅 의뢰의 견적을 철회했습니다.',
    mail: {
      subject: '견적이 철회되었습니다',
      body: [
        '{organization} 컨설팅 의뢰에 제출된 견적 가운데 하나를 작성자가 철회했습니다.',
        '다른 견적은 유효 기간 안에 선택하실 수 있습니다.',
      ],
      action: '견적 보기',
    },
  },
  'quote.selected': {
    notice: '{counterpart} 측에서 귀사의 견적을 선택했습니다.',
    mail: {
      subject: '{counterpart} 측에서 견적을 선택했습니다',
      body: [
        '{counterpart} 컨설팅 의뢰에 {organization} 측의 견적이 선택되었습니다.',
        '다음 단계는 계약이며, 서명 전에는 업무를 시작하지 않습니다.',
      ],
      action: '의뢰 보기',
    },
  },
  'quote.not-selected': {
    notice: '{counterpart} 측에서 다른 견적을 선택했습니다. 사유를 확인하실 수 있습니다.',
    mail: {
      subject: '{counterpart} 측에서 다른 견적을 선택했습니다',
      body: [
        '{counterpart} 컨설팅 의뢰에 다른 견적이 선택되었습니다.',
        '사유는 견적 화면에서 확인하실 수 있습니다. 견적을 준비해 주셔서 감사합니다.',
      ],
      action: '사유 보기',
    },
  },
  'quote.expired': {
    notice: '{counterpart} 컨설팅 의뢰에 제출하신 견적의 유효 기간이 끝났습니다.',
    mail: {
      subject: '{counterpart} 견적 유효 기간 종료',
      body: [
        '{counterpart} 컨설팅 의뢰에 제출하신 견적을 선택할 수 있는 마지막 날이 지났습니다.',
        '이제 이 견적은 선택될 수 없습니다.',
      ],
      action: '의뢰 보기',
    },
  },
  'quote.released': {
    notice: '{counterpart} 컨설팅 의뢰가 견적 선택 없이 종료되었습니다.',
    mail: {
      subject: '{counterpart} 의뢰가 선택 없이 종료되었습니다',
      body: [
        '{counterpart} 컨설팅 의뢰가 견적 선택 없이 종료되었습니다.',
        '제출하신 견적은 더 이상 효력이 없습니다. 견적을 준비해 주셔서 감사합니다.',
      ],
      action: '의뢰 보기',
    },
  },
} satisfies EventTemplates;
