import type { EventTemplates } from './template.js';

/** Texts about proposals. */
export const proposalKo = {
  'proposal.submitted': {
    notice:
      '{titled, select, yes {“{title}” 제안서가 제출되었습니다.} other {소속 기관의 제안서가 제출되었습니다.}}',
  },
  'proposal.withdrawn': {
    notice:
      '{titled, select, yes {“{title}” 제안서가 철회되었습니다.} other {소속 기관의 제안서가 철회되었습니다.}}',
  },
  'proposal.supplied': {
    notice: '{counterpart} 측이 제안서에 대해 요청받은 내용을 제출했습니다.',
  },
  'proposal.more-info-asked': {
    notice:
      '{titled, select, yes {제안서 “{title}” 건에 추가 정보가 요청되었습니다.} other {제안서에 추가 정보가 요청되었습니다.}}',
    mail: {
      subject: '{titled, select, yes {추가 정보 요청: “{title}”} other {제안서 추가 정보 요청}}',
      body: [
        '공모 운영 기관이 {organization} 제안서에 대한 추가 정보를 요청했습니다.',
        '요청된 항목만 수정하실 수 있습니다. 표시된 기한 전에 작성하여 다시 제출해 주십시오.',
      ],
      action: '요청 내용 보기',
    },
  },
  'proposal.revision-requested': {
    notice:
      '{titled, select, yes {제안서 “{title}” 수정이 요청되었습니다.} other {제안서 수정이 요청되었습니다.}}',
    mail: {
      subject: '{titled, select, yes {제안서 수정 요청: “{title}”} other {제안서 수정 요청}}',
      body: [
        '심사위원이 {organization} 제안서의 수정을 요청했습니다.',
        '수정할 내용과 기한은 제안서 화면에 표시됩니다. 수정을 마치신 뒤 다시 제출해 주십시오.',
      ],
      action: '수정할 내용 보기',
    },
  },
  'proposal.released': {
    notice:
      '{titled, select, yes {제안서 “{title}” 심사 결과가 발표되었습니다.} other {제안서 심사 결과가 발표되었습니다.}}',
    mail: {
      subject: '{titled, select, yes {심사 결과 발표: “{title}”} other {제안서 심사 결과 발표}}',
      body: [
        '{organization} 제안서의 심사 결과가 발표되었습니다.',
        '결과와 사유는 제안서 화면에서 확인하실 수 있습니다.',
      ],
      action: '결과 보기',
    },
  },
  'proposal.outcome-told': {
    notice: '참여 또는 지지하신 {counterpart} 측 제안서의 심사 결과가 발표되었습니다.',
    mail: {
      subject: '{counterpart} 제안서 심사 결과 발표',
      body: [
        '{organization} 측이 참여하거나 지지한 {counterpart} 제안서의 심사 결과가 발표되었습니다.',
        '결과는 제안서 화면에서 확인하실 수 있습니다.',
      ],
      action: '결과 보기',
    },
  },
  'proposal.advanced': {
    notice:
      '{titled, select, yes {개념 제안서 “{title}” 건이 통과되었습니다. 본 제안서를 작성해 주십시오.} other {개념 제안서가 통과되었습니다. 본 제안서를 작성해 주십시오.}}',
    mail: {
      subject: '{titled, select, yes {본 제안서 작성 요청: “{title}”} other {본 제안서 작성 요청}}',
      body: [
        '{organization} 개념 제안서가 통과되었습니다.',
        '제안서는 본 제안서 양식으로 다시 작성 중 상태가 되었으며, 기존에 작성하신 내용은 그대로 보관됩니다.',
      ],
      action: '본 제안서 작성하기',
    },
  },
  'proposal.handed-in': {
    notice: '{counterpart} 측이 서명하신 제안서를 제출했습니다.',
    mail: {
      subject: '{counterpart} 공동 제안서 제출 완료',
      body: [
        '{counterpart} 측이 {organization} 측에서 파트너로 서명한 제안서를 제출했습니다.',
        '제출 내용의 해시가 담긴 접수증은 제안서 화면에서 확인하실 수 있습니다.',
      ],
      action: '접수증 보기',
    },
  },
  'proposal.taken-back': {
    notice: '{counterpart} 측이 파트너로 참여하신 제안서를 철회했습니다.',
    mail: {
      subject: '{counterpart} 공동 제안서 철회',
      body: [
        '{counterpart} 측이 {organization} 측에서 파트너로 참여한 제안서를 철회했습니다.',
        '제출되었던 내용은 제안서에 보관됩니다.',
      ],
      action: '제안서 보기',
    },
  },
  'proposal.partner-invited': {
    notice: '{counterpart} 측이 제안서의 파트너로 초대했습니다.',
    mail: {
      subject: '{counterpart} 공동 제안 초대',
      body: [
        '{counterpart} 측이 {organization} 측에 제안서의 파트너 참여를 요청했습니다.',
        '제안서와 맡으실 과업을 확인하신 뒤 수락하거나 거절해 주십시오.',
      ],
      action: '초대 확인하기',
    },
  },
  'proposal.partner-removed': {
    notice: '{counterpart} 측이 파트너 구성에서 귀 기관을 제외했습니다.',
    mail: {
      subject: '{counterpart} 제안서 파트너 변경',
      body: [
        '{counterpart} 측이 제안서의 파트너에서 {organization} 측을 제외했습니다.',
        '착오라고 생각되시면 해당 기관에 문의해 주십시오.',
      ],
      action: '제안서 목록 보기',
    },
  },
  'proposal.partner-accepted': {
    notice: '{counterpart} 측이 제안서 참여를 수락했습니다.',
  },
  'proposal.partner-declined': {
    notice: '{counterpart} 측이 제안서 참여를 거절했습니다.',
    mail: {
      subject: '{counterpart} 제안서 참여 거절',
      body: [
        '{counterpart} 측이 {organization} 제안서의 파트너 참여를 거절했습니다.',
        '과업과 예산을 다시 배분하시거나 다른 파트너를 초대해 주십시오.',
      ],
      action: '파트너 보기',
    },
  },
  'proposal.partner-left': {
    notice: '{counterpart} 측이 제안서에서 탈퇴했습니다.',
    mail: {
      subject: '{counterpart} 제안서 탈퇴',
      body: [
        '{counterpart} 측이 {organization} 제안서의 컨소시엄에서 탈퇴했습니다.',
        '과업과 예산을 다시 배분하시거나 다른 파트너를 초대해 주십시오.',
      ],
      action: '파트너 보기',
    },
  },
  'proposal.signed-off': {
    notice: '{counterpart} 측이 제안서에 서명했습니다.',
  },
  'proposal.sign-off-voided': {
    notice: '{counterpart} 측이 서명하신 제안서를 변경했습니다. 내용을 확인하고 다시 서명해 주십시오.',
    mail: {
      subject: '{counterpart} 제안서 재서명 요청',
      body: [
        '{organization} 측에서 서명한 뒤 {counterpart} 측이 제안서를 변경하여 서명의 효력이 없어졌습니다.',
        '변경된 내용을 확인하시고 동의하시면 다시 서명해 주십시오.',
      ],
      action: '제안서 보기',
    },
  },
  'proposal.coauthor-invited': {
    notice: '{counterpart} 제안서의 공동 작성자로 초대받으셨습니다.',
    mail: {
      subject: '{counterpart} 제안서 공동 작성 초대',
      body: [
        '{counterpart} 측이 주관하는 제안서에 {organization} 소속 공동 작성자로 초대받으셨습니다.',
        '초대는 2주 동안 유효합니다.',
      ],
      action: '초대 확인하기',
    },
  },
  'proposal.coauthor-answered': {
    notice: '공동 작성자로 초대하신 분이 답변했습니다.',
  },
  'proposal.coauthor-expired': {
    notice: '공동 작성자 초대가 답변 없이 만료되었습니다.',
  },
  'proposal.commented': {
    notice: '{counterpart} 측과 함께 작성하시는 제안서의 한 부분에 의견이 달렸습니다.',
  },
  'proposal.letter-asked': {
    notice: '{counterpart} 측이 제안서에 대한 지지 서한을 요청했습니다.',
    mail: {
      subject: '{counterpart} 지지 서한 요청',
      body: [
        '{counterpart} 측이 {organization} 측에 제안서에 대한 지지 서한을 요청했습니다.',
        '제안서를 확인하신 뒤 서명권자가 서한을 발급하거나 거절하실 수 있습니다.',
      ],
      action: '요청 확인하기',
    },
  },
  'proposal.letter-given': {
    notice: '{counterpart} 측이 제안서에 지지 서한을 발급했습니다.',
  },
  'proposal.letter-declined': {
    notice: '{counterpart} 측이 지지 서한 요청을 거절했습니다.',
    mail: {
      subject: '{counterpart} 지지 서한 거절',
      body: [
        '{counterpart} 측이 {organization} 제안서에 대한 지지 서한 요청을 거절했습니다.',
        '사유는 제안서 화면에서 확인하실 수 있습니다.',
      ],
      action: '사유 보기',
    },
  },
  'proposal.letter-revoked': {
    notice: '{counterpart} 측이 지지 서한을 철회했습니다.',
    mail: {
      subject: '{counterpart} 지지 서한 철회',
      body: [
        '{counterpart} 측이 {organization} 제안서에 대한 지지 서한을 철회했습니다.',
        '사유는 제안서 화면에서 확인하실 수 있습니다.',
      ],
      action: '사유 보기',
    },
  },
} satisfies EventTemplates;
