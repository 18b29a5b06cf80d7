import type { Wording } from './template.js';

/** What is told of admission. */
export const admissionKo = {
  'application.submitted': {
    notice: '{counterpart} 측에서 참여를 신청했습니다.',
  },
  'application.info-requested': {
    notice: '사무국에서 {organization} 참여 신청에 관해 문의했습니다.',
    mail: {
      subject: '참여 신청에 관한 문의가 있습니다',
      body: [
        'TPO 관광 네트워크 사무국에서 {organization} 참여 신청에 관해 문의했습니다.',
        '답변해 주시면 신청 절차가 바로 이어집니다.',
      ],
      action: '확인하고 답변하기',
    },
  },
  'application.answered': {
    notice: '{counterpart} 측에서 참여 신청에 관한 문의에 답변했습니다.',
  },
  'application.reviewed': {
    notice: '{counterpart} 측 참가 제안서의 심사가 끝나 결정을 기다리고 있습니다.',
    mail: {
      subject: '심사 완료: {counterpart} 참가 제안서',
      body: ['{counterpart} 측 참가 제안서의 심사가 모두 끝났습니다.', '사무국의 결정을 기다리고 있습니다.'],
      action: '신청 열기',
    },
  },
  'application.accepted': {
    notice: '{organization} 참여가 승인되었습니다.',
    mail: {
      subject: '환영합니다. {organization} 참여가 승인되었습니다',
      body: [
        '이제 {organization} 명의로 TPO 관광 네트워크에 참여하실 수 있습니다. 다른 기관에서 검색할 수 있으며 첫 매칭을 준비하고 있습니다.',
        '처음 60일 동안은 매주 다섯 건까지 관심을 표시하실 수 있습니다.',
      ],
      action: '네트워크 열기',
    },
  },
  'application.rejected': {
    notice: '{organization} 참여 신청이 승인되지 않았습니다.',
    mail: {
      subject: '참여 신청이 승인되지 않았습니다',
      body: [
        '사무국에서 {organization} 참여 신청을 승인하지 않았습니다.',
        '사유는 신청 화면에 기재되어 있습니다. 이의 신청은 한 번 하실 수 있으며, 다른 담당자가 다시 검토합니다.',
      ],
      action: '사유 확인하기',
    },
  },
  'application.appealed': {
    notice: '{counterpart} 측에서 참여 신청 결정에 이의를 신청했습니다.',
    mail: {
      subject: '{counterpart} 측의 이의 신청',
      body: [
        '{counterpart} 측에서 참여 신청 결정에 이의를 신청했습니다.',
        '이전에 결정하지 않은 담당자가 다시 검토해야 합니다.',
      ],
      action: '이의 신청 열기',
    },
  },
  'application.withdrawn': {
    notice: '{counterpart} 측에서 참여 신청을 철회했습니다.',
  },
  'application-review.assigned': {
    notice: '{counterpart} 측 참가 제안서의 심사를 요청받으셨습니다.',
    mail: {
      subject: '{counterpart} 측 참가 제안서를 심사해 주십시오',
      body: [
        '사무국에서 {counterpart} 측 참가 제안서의 심사를 요청드립니다.',
        '이해관계가 있거나 시간이 없으시면 다른 분께 요청할 수 있도록 빨리 사양해 주십시오.',
      ],
      action: '심사 열기',
    },
  },
  'application-review.declined': {
    notice: '{counterpart} 측 참가 제안서에 새 심사위원이 필요합니다. 한 분이 사양했거나 떠났습니다.',
  },
  'recommendation.requested': {
    notice: '{counterpart} 측에서 {organization} 측의 추천을 요청했습니다.',
    mail: {
      subject: '{counterpart} 측에서 추천을 요청했습니다',
      body: [
        '{counterpart} 측에서 TPO 관광 네트워크 참여를 신청하면서 {organization} 측의 추천을 요청했습니다.',
        '14일 이내에 추천하거나 거절해 주십시오. 추천 글은 다른 회원이 읽게 됩니다.',
      ],
      action: '확인하고 답변하기',
    },
  },
  'recommendation.reminded': {
    notice: '{counterpart} 측에서 추천 요청에 대한 답변을 기다리고 있습니다.',
    mail: {
      subject: '알림: {counterpart} 측에서 추천을 요청했습니다',
      body: [
        '{counterpart} 측에서 일주일 전에 {organization} 측의 추천을 요청했으며 아직 답변을 기다리고 있습니다.',
        '요청은 7일 후에 종료됩니다.',
      ],
      action: '확인하고 답변하기',
    },
  },
  'recommendation.given': {
    notice: '{counterpart} 측에서 {organization} 측을 추천했습니다. 다음은 사무국의 결정입니다.',
  },
  'recommendation.declined': {
    notice: '{counterpart} 측에서 {organization} 추천을 거절했습니다.',
    mail: {
      subject: '{counterpart} 측에서 추천을 거절했습니다',
      body: [
        '{counterpart} 측에서 {organization} 추천을 거절했습니다.',
        '사유는 신청 화면에 기재되어 있습니다. 다른 회원에게 요청하실 수 있습니다.',
      ],
      action: '내 신청 열기',
    },
  },
  'recommendation.expired': {
    notice: '{counterpart} 측에서 기한 안에 추천 요청에 답변하지 않았습니다.',
    mail: {
      subject: '{counterpart} 측의 답변이 없습니다',
      body: [
        '{counterpart} 측에서 14일 이내에 추천 요청에 답변하지 않았습니다.',
        '다른 회원에게 요청하시거나 같은 회원에게 다시 요청하실 수 있습니다.',
      ],
      action: '내 신청 열기',
    },
  },
  'recommendation.revoked': {
    notice: '{counterpart} 측에서 추천을 철회했습니다.',
    mail: {
      subject: '{counterpart} 측에서 추천을 철회했습니다',
      body: [
        '{counterpart} 측에서 이전에 한 추천을 철회했습니다.',
        '해당 기관은 계속 참여하고 있습니다. 후속 조치가 필요한지 검토해 주십시오.',
      ],
      action: '신청 열기',
    },
  },
} satisfies Wording['events'];
