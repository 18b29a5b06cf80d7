import type { EventTemplates } from './template.js';

/** Seats of organizations, invitations to them, the hand-over of ownership. */
export const memberKo: EventTemplates = {
  'invitation.sent': {
    mail: {
      greeting: '안녕하십니까.',
      subject: '{organization} 측에서 TPO 관광 네트워크에 초대했습니다',
      body: [
        '{organization} 측에서 귀하를 TPO 관광 네트워크(TTN)의 구성원으로 초대했습니다.',
        '아래 링크에서 초대를 수락하거나 거절해 주십시오. 계정이 없으시면 링크에서 바로 만드실 수 있습니다. 링크는 이 이메일 주소에만 유효하고 한 번만 사용할 수 있으므로 다른 분께 전달하지 마십시오.',
      ],
      action: '초대에 답변하기',
    },
  },
  'member.joined': { notice: '새로운 분이 {organization} 구성원으로 합류했습니다.' },
  'member.changed': { notice: '{organization} 내 귀하의 역할이 변경되었습니다.' },
  'member.removed': {
    notice: '{counterpart} 구성원 자격이 종료되었습니다.',
    mail: {
      subject: '{counterpart} 구성원 자격이 종료되었습니다',
      body: [
        '{counterpart} 소유자가 귀하의 구성원 자격을 종료했습니다. 이제 해당 기관의 업무를 열람하실 수 없습니다.',
        '귀하의 계정과 다른 기관의 구성원 자격은 그대로 유지됩니다.',
      ],
      action: 'TTN 열기',
    },
  },
  'member.left': { notice: '구성원 한 분이 {organization} 측에서 탈퇴했습니다.' },
  'ownership.offered': {
    notice: '{organization} 소유권 이전 제안이 도착했습니다.',
    mail: {
      subject: '{organization} 소유권 이전 제안이 도착했습니다',
      body: [
        '{organization} 소유자가 귀하에게 소유권을 이전하고자 합니다.',
        '수락하시면 귀하가 구성원과 기관 정보를 관리하게 되고, 현재 소유자는 귀하의 기존 역할을 맡게 됩니다. 수락하시기 전에는 아무것도 변경되지 않습니다.',
      ],
      action: '수락 또는 거절하기',
    },
  },
  'ownership.accepted': {
    notice: '제안하신 대로 {organization} 소유권이 이전되었습니다.',
    mail: {
      subject: '{organization} 소유권이 이전되었습니다',
      body: [
        '{organization} 소유권 이전 제안을 받은 구성원이 제안을 수락했습니다.',
        '이제 귀하는 해당 구성원의 기존 역할을 맡게 됩니다.',
      ],
      action: '구성원 보기',
    },
  },
  'ownership.declined': {
    notice: '{organization} 소유권 이전 제안이 거절되었습니다.',
    mail: {
      subject: '{organization} 소유권 이전 제안이 거절되었습니다',
      body: [
        '{organization} 소유권 이전 제안을 받은 구성원이 제안을 거절했습니다. 귀하의 소유권은 유지됩니다.',
      ],
      action: '구성원 보기',
    },
  },
};
