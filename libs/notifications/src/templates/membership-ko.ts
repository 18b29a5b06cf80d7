import type { EventTemplates } from './template.js';

/** Full membership of the TPO, votes of its Executive Committee, yearly confirmation. See ko.ts on particles. */
export const membershipKo: EventTemplates = {
  'membership.requested': {
    notice: '{counterpart} 측에서 TPO 정회원 가입을 신청했습니다.',
    mail: {
      subject: '{counterpart} 측에서 TPO 정회원 가입을 신청했습니다',
      body: [
        '{counterpart} 측에서 TPO 정회원 가입을 신청했습니다.',
        '집행위원회 투표에 부치거나 사유를 밝혀 반려해 주십시오.',
      ],
      action: '회원 업무 화면 열기',
    },
  },
  'membership.put-to-vote': {
    notice: '{organization} 정회원 가입에 대한 집행위원회 투표가 시작되었습니다.',
    mail: {
      subject: '정회원 가입에 대한 집행위원회 투표가 시작되었습니다',
      body: [
        '사무국에서 {organization} 정회원 가입 안건을 집행위원회 투표에 부쳤습니다.',
        '투표가 마감되면 결과를 알려 드리겠습니다.',
      ],
      action: '회원 자격 보기',
    },
  },
  'membership.returned': {
    notice: '{organization} 정회원 가입 투표가 정족수에 미달하여 결정되지 않았습니다.',
    mail: {
      subject: '정회원 가입 투표가 정족수에 미달했습니다',
      body: [
        '{organization} 정회원 가입 투표에 참여한 도시가 부족하여 아무것도 결정되지 않았습니다.',
        '사무국에서 다시 투표에 부칠 수 있습니다. 별도로 하실 일은 없습니다.',
      ],
      action: '회원 자격 보기',
    },
  },
  'membership.rejected': {
    notice: '{organization} 정회원 가입 신청이 승인되지 않았습니다.',
    mail: {
      subject: '정회원 가입 신청이 승인되지 않았습니다',
      body: [
        '{organization} TPO 정회원 가입 신청이 승인되지 않았습니다.',
        '사유는 회원 자격 화면에서 확인하실 수 있습니다. 네트워크 참여는 그대로 유지되며 다시 신청하실 수 있습니다.',
      ],
      action: '사유 확인하기',
    },
  },
  'membership.approved': {
    notice: '집행위원회에서 {organization} 정회원 가입을 승인했습니다. 회비를 납부해 주십시오.',
    mail: {
      subject: '집행위원회에서 정회원 가입을 승인했습니다',
      body: [
        '집행위원회에서 {organization} 정회원 가입을 승인했습니다. 총회의 인준을 받기 전까지는 잠정 승인입니다.',
        '60일 이내에 가입비와 첫 연회비가 납부되면 회원 자격이 시작됩니다.',
      ],
      action: '회비 확인하기',
    },
  },
  'membership.entered': {
    notice: '{organization} 측의 TPO 회원 기간과 연회비를 이제 회원 자격 화면에서 확인하실 수 있습니다.',
  },
  'membership.activated': {
    notice: '{organization} 측은 이제 TPO 정회원입니다.',
    mail: {
      subject: 'TPO 정회원이 되신 것을 환영합니다',
      body: [
        '{organization} 회비가 납부되어 TPO 정회원 자격이 시작되었습니다.',
        '회원 기간은 회원 자격 화면에서 확인하실 수 있습니다.',
      ],
      action: '회원 자격 보기',
    },
  },
  'membership.renewed': {
    notice: '{organization} 회원 자격이 갱신되었습니다.',
    mail: {
      subject: '회원 자격이 갱신되었습니다',
      body: [
        '{organization} 연회비가 납부되어 회원 자격이 갱신되었습니다.',
        '새 회원 기간은 회원 자격 화면에서 확인하실 수 있습니다.',
      ],
      action: '회원 자격 보기',
    },
  },
  'membership.ratified': {
    notice: '총회에서 {organization} 회원 자격을 인준했습니다.',
    mail: {
      subject: '총회에서 회원 자격을 인준했습니다',
      body: ['총회에서 {organization} 회원 자격을 인준했습니다. 이제 잠정 승인이 아닙니다.'],
      action: '회원 자격 보기',
    },
  },
  'membership.suspended': {
    notice: '{organization} TPO 회원 자격이 정지되었습니다.',
    mail: {
      subject: '회원 자격이 정지되었습니다',
      body: [
        '{organization} TPO 정회원 자격이 정지되었습니다. 사유는 회원 자격 화면에서 확인하실 수 있습니다.',
        '네트워크 참여는 그대로 유지됩니다. 정지된 회원 자격은 6개월 후 만료됩니다.',
      ],
      action: '사유 확인하기',
    },
  },
  'membership.expired': {
    notice: '{organization} TPO 회원 자격이 만료되었습니다.',
    mail: {
      subject: '회원 자격이 만료되었습니다',
      body: [
        '기한 내에 회비가 납부되지 않아 {organization} TPO 정회원 자격이 만료되었습니다.',
        '네트워크 참여는 그대로 유지되며 다시 신청하실 수 있습니다.',
      ],
      action: '회원 자격 보기',
    },
  },
  'membership.withdrawn': { notice: '{counterpart} 측에서 TPO 정회원 자격을 철회했습니다.' },
  'membership.reminded': {
    notice: '{organization} 회비 납부 기한이 다가오고 있습니다.',
    mail: {
      subject: '회비 납부 기한이 다가오고 있습니다',
      body: [
        '{organization} TPO 정회원 회비가 아직 납부되지 않았습니다.',
        '금액과 납부 기한은 회원 자격 화면에서 확인하실 수 있습니다.',
      ],
      action: '납부할 금액 확인하기',
    },
  },
  'vote.opened': {
    notice: '{counterpart} 정회원 가입 안건에 대해 {organization} 측의 투표를 요청드립니다.',
    mail: {
      subject: '{counterpart} 정회원 가입 안건에 투표해 주십시오',
      body: [
        '집행위원회 위원 도시인 {organization} 측에 {counterpart} 정회원 가입 안건에 대한 투표를 요청드립니다.',
        '투표는 14일 동안 진행되며 마감 전까지 투표를 변경하실 수 있습니다.',
      ],
      action: '투표하러 가기',
    },
  },
  'vote.reminded': {
    notice: '{counterpart} 정회원 가입 안건에 대한 {organization} 측의 투표를 기다리고 있습니다.',
    mail: {
      subject: '{counterpart} 정회원 가입 안건에 아직 투표하지 않으셨습니다',
      body: [
        '{counterpart} 정회원 가입 안건에 대해 {organization} 측에서 아직 투표하지 않았습니다.',
        '투표 마감까지 3일도 남지 않았습니다.',
      ],
      action: '투표하러 가기',
    },
  },
  'vote.closed': {
    notice: '{counterpart} 정회원 가입 투표가 마감되었습니다. 의사록을 확인하실 수 있습니다.',
    mail: {
      subject: '{counterpart} 정회원 가입 투표가 마감되었습니다',
      body: ['{counterpart} 정회원 가입에 대한 집행위원회 투표가 마감되었습니다.'],
      action: '의사록 읽기',
    },
  },
  'vote.cancelled': {
    notice: '신청이 철회되어 {counterpart} 정회원 가입 투표가 취소되었습니다.',
    mail: {
      subject: '{counterpart} 정회원 가입 투표가 취소되었습니다',
      body: ['{counterpart} 측에서 신청을 철회하여 더 이상 투표할 안건이 없습니다.'],
      action: '투표 보기',
    },
  },
  'vote.counted': {
    notice: '{counterpart} 정회원 가입 투표가 집계되었습니다.',
    mail: {
      subject: '{counterpart} 정회원 가입 투표가 집계되었습니다',
      body: ['{counterpart} 정회원 가입에 대한 집행위원회 투표가 집계되었습니다.'],
      action: '의사록 읽기',
    },
  },
  'excom-seat.assigned': {
    notice: '{organization} 측은 이제 TPO 집행위원회 위원 도시입니다.',
    mail: {
      subject: 'TPO 집행위원회 위원 도시로 등록되었습니다',
      body: [
        '사무국에서 {organization} 측을 집행위원회 위원 도시로 등록했습니다.',
        '앞으로 {organization} 소유자와 서명 권한자에게 투표를 요청드립니다.',
      ],
      action: '회원 자격 보기',
    },
  },
  'excom-seat.ended': {
    notice: '{organization} 측의 TPO 집행위원회 임기가 종료되었습니다.',
    mail: {
      subject: 'TPO 집행위원회 임기가 종료되었습니다',
      body: [
        '사무국에서 {organization} 측의 집행위원회 임기 종료를 기록했습니다.',
        '이미 진행 중인 투표에는 영향이 없습니다.',
      ],
      action: '회원 자격 보기',
    },
  },
  'participation.reminded': {
    notice: '{organization} 측의 네트워크 참여를 확인해 주십시오.',
    mail: {
      subject: '{organization} 측의 네트워크 참여를 확인해 주십시오',
      body: [
        '모든 참여 기관은 1년에 한 번 네트워크 참여를 확인합니다.',
        '확인이 없으면 12개월 후 {organization} 정보가 다른 기관에 보이지 않게 되고, 그로부터 6개월 후 종료됩니다. 그때까지 데이터는 보관됩니다.',
      ],
      action: '확인하기',
    },
  },
  'participation.lapsed': {
    notice: '연례 참여 확인이 없어 {organization} 정보가 다른 기관에 보이지 않습니다.',
    mail: {
      subject: '{organization} 정보가 숨겨졌습니다. 참여를 확인해 주십시오',
      body: [
        '{organization} 측의 연례 참여 확인이 없어 다른 기관에 정보가 보이지 않습니다. 데이터는 보관되어 있습니다.',
        '6개월 이내에 확인하시면 이전과 같이 이용하실 수 있습니다.',
      ],
      action: '확인하기',
    },
  },
  'participation.ended': {
    notice: '1년 6개월 동안 참여 확인이 없어 {organization} 참여가 종료되었습니다.',
    mail: {
      subject: '{organization} 참여가 종료되었습니다',
      body: [
        '1년 6개월 동안 {organization} 측의 참여 확인이 없어 참여가 종료되었습니다.',
        '다시 참여하시려면 사무국에 문의해 주십시오.',
      ],
      action: 'TTN으로 이동하기',
    },
  },
};
