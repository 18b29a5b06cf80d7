import { memberKo } from './member-ko.js';
import { accountKo } from './account-ko.js';
import { membershipKo } from './membership-ko.js';
import { admissionKo } from './admission-ko.js';
import { callKo } from './call-ko.js';
import { consultingKo } from './consulting-ko.js';
import { engagementKo } from './engagement-ko.js';
import { opportunityKo } from './opportunity-ko.js';
import { projectKo } from './project-ko.js';
import { proposalKo } from './proposal-ko.js';
import { messagingKo } from './messaging-ko.js';
import { reviewKo } from './review-ko.js';
import type { Wording } from './template.js';

/** Formal register. No particle follows a name or title directly: its form would depend on the last sound. */
export const ko: Wording = {
  greeting: '{name} 님, 안녕하십니까.',
  footer: 'TPO 관광 네트워크(TTN)에서 발송한 메일입니다. 운영 기관: {operator}',
  stop: '{group} 관련 메일 그만 받기',
  groups: {
    security: '계정',
    messages: '메시지',
    matches: '매칭과 관심 표시',
    opportunities: '협력 기회',
    calls: '공모',
    proposals: '제안서',
    reviews: '심사',
    projects: '프로젝트',
    consulting: '컨설팅',
    membership: '가입 신청과 회원 자격',
    organization: '소속 기관',
    digest: '읽지 않은 알림',
  },
  digest: {
    subject: '{total, plural, other {TTN에 읽지 않은 알림이 #건 있습니다}}',
    lead: '지난 메일 이후에 도착하여 아직 읽지 않으신 알림입니다.',
    more: '{more, plural, other {이 밖에 #건이 더 있습니다.}}',
    updates: '{count, plural, other {새 소식 #건}}',
    action: '받은 알림 열기',
  },
  answer: '이 메일에 답장하시면 쓰신 내용이 대화에 올라갑니다. 첨부 파일은 받지 않습니다.',
  someOrganization: '상대 기관',
  events: {
    ...admissionKo,
    ...opportunityKo,
    ...messagingKo,
    ...reviewKo,
    ...callKo,
    ...consultingKo,
    ...projectKo,
    ...engagementKo,
    ...proposalKo,
    'profile.facts-stale': {
      notice: '{organization} 소개에 1년 넘게 확인하지 않았거나 기한이 지난 내용이 있습니다.',
      mail: {
        subject: '{organization} 소개가 지금도 맞습니까?',
        body: [
          '담당하시는 {organization} 소개 가운데 1년 넘게 확인하지 않았거나 기한이 지난 내용이 있습니다.',
          '내용을 살펴보시고 그대로 맞으면 확인을, 달라졌으면 수정을 부탁드립니다. 다른 회원과 매칭이 이 내용을 근거로 삼습니다.',
        ],
        action: '소개 확인하기',
      },
    },
    ...accountKo,
    'organization.merged': {
      notice: '중복 등록된 {counterpart} 항목이 {organization} 쪽으로 통합되었습니다.',
      mail: {
        subject: '{counterpart} 항목이 {organization} 쪽으로 통합되었습니다',
        body: [
          '{counterpart} 항목은 {organization} 기관이 중복으로 등록된 것이어서 사무국이 하나로 통합했습니다.',
          '구성원, 제안서, 기회, 대화는 이제 모두 {organization} 이름으로 이어집니다. 구성원과 프로필을 살펴봐 주십시오. 중복 항목의 소유자는 한 단계 아래 역할로 옮겨졌습니다.',
        ],
        action: '구성원 보기',
      },
    },
    'saved-search.found': {
      notice:
        '{titled, select, yes {저장하신 검색 “{title}” 조건에 맞는 새로운 결과가 있습니다.} other {저장하신 검색에 새로운 결과가 있습니다.}}',
      mail: {
        subject:
          '{titled, select, yes {저장하신 검색 “{title}” 조건에 맞는 새로운 결과가 있습니다} other {저장하신 검색에 새로운 결과가 있습니다}}',
        body: [
          '{titled, select, yes {저장하신 검색 “{title}” 조건에 맞는 새로운 항목이 디렉터리에 등록되었습니다.} other {저장하신 검색에 맞는 새로운 항목이 디렉터리에 등록되었습니다.}}',
          '알림 주기는 저장된 검색에서 변경하거나 끄실 수 있습니다.',
        ],
        action: '디렉터리 보기',
      },
    },
    'matches.refreshed': {
      notice:
        '{titled, select, yes {“{title}” {subject, select, proposal {제안서} opportunity {협력 공모} consulting_request {컨설팅 의뢰} other {}} 건에 새로운 매칭이 있습니다.} other {소속 기관에 새로운 매칭이 있습니다.}}',
    },
    'interest.sent': {
      notice: '{counterpart} 측에서 {organization} 측에 관심을 표시했습니다.',
      mail: {
        subject: '{counterpart} 측에서 협력에 관심을 표시했습니다',
        body: [
          'TPO 관광 네트워크의 매칭에 대해 {counterpart} 측에서 {organization} 측에 연락을 희망하고 있습니다.',
          '전달된 글과 추천 이유를 확인하신 후 수락하거나 거절해 주십시오. 수락하시면 대화가 시작됩니다.',
        ],
        action: '확인하고 답변하기',
      },
    },
    'interest.accepted': {
      notice: '{counterpart} 측에서 관심을 수락했습니다. 이제 대화하실 수 있습니다.',
      mail: {
        subject: '{counterpart} 측에서 관심을 수락했습니다',
        body: [
          '{organization} 소속으로 표시하신 관심을 {counterpart} 측에서 수락했습니다.',
          '이제 양측의 대화가 열렸습니다.',
        ],
        action: '대화로 이동하기',
      },
    },
    'interest.declined': {
      notice: '{counterpart} 측에서 관심을 거절했습니다.',
      mail: {
        subject: '{counterpart} 측에서 관심을 거절했습니다',
        body: [
          '{organization} 소속으로 표시하신 관심을 {counterpart} 측에서 거절했습니다.',
          '다른 매칭은 계속 확인하실 수 있습니다.',
        ],
        action: '매칭 보기',
      },
    },
    'interest.withdrawn': {
      notice:
        '{counterpart} 측에서 {organization} 앞으로 보낸 관심을 거두었습니다. 답변하지 않으셔도 됩니다.',
    },
    'interest.reminded': {
      notice: '{counterpart} 측에서 {organization} 기관의 답변을 기다리고 있습니다.',
      mail: {
        subject: '{counterpart} 측에서 답변을 기다리고 있습니다',
        body: [
          '{counterpart} 측에서 일주일 전 매칭과 관련하여 {organization} 앞으로 관심을 보냈으며 아직 답변을 기다리고 있습니다.',
          '3일 안에 수락하거나 거절해 주십시오. 그 뒤에는 관심이 만료됩니다. 짧은 거절도 상대에게 도움이 됩니다.',
        ],
        action: '읽고 답변하기',
      },
    },
    'interest.expired': {
      notice: '{counterpart} 측에서 기한 안에 답변하지 않아 관심이 만료되었습니다.',
      mail: {
        subject: '{counterpart} 측에서 기한 안에 답변하지 않았습니다',
        body: [
          '{organization} 소속으로 표시하신 관심에 {counterpart} 측에서 10일 안에 답변하지 않아 만료되었습니다.',
          '나중에 다시 관심을 보내시거나 다른 매칭을 확인하실 수 있습니다.',
        ],
        action: '매칭 보기',
      },
    },
    ...memberKo,
    ...membershipKo,
  },
};
