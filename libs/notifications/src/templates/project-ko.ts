import type { EventTemplates } from './template.js';

/** Texts about projects. */
export const projectKo = {
  'project.started': {
    notice:
      '{titled, select, yes {프로젝트 “{title}” 사업이 시작되었습니다.} other {{organization} 프로젝트가 시작되었습니다.}}',
    mail: {
      subject: '{titled, select, yes {프로젝트 “{title}” 시작 안내} other {프로젝트 시작 안내}}',
      body: [
        '{titled, select, yes {제안 “{title}” 건이 채택되어 프로젝트가 시작되었습니다.} other {제안이 채택되어 프로젝트가 시작되었습니다.}}',
        '파트너, 예산, 마일스톤은 제출된 제안서 내용 그대로 옮겨졌습니다. 참여자 전원의 대화방도 열려 있습니다.',
      ],
      action: '프로젝트 열기',
    },
  },
  'project.closing-begun': {
    notice:
      '{titled, select, yes {프로젝트 “{title}” 마무리 단계입니다. 파트너를 평가해 주십시오.} other {프로젝트가 마무리 단계입니다. 파트너를 평가해 주십시오.}}',
    mail: {
      subject: '{titled, select, yes {“{title}” 마무리 단계 안내} other {프로젝트 마무리 단계 안내}}',
      body: [
        '{titled, select, yes {프로젝트 “{title}” 마일스톤이 모두 승인되었습니다.} other {프로젝트의 마일스톤이 모두 승인되었습니다.}}',
        '이제 파트너끼리 서로 평가합니다. 평가는 모두 제출되거나 14일이 지나기 전까지 아무도 볼 수 없습니다. 프로젝트를 종료하려면 최종 보고서와 성과 페이지도 필요합니다.',
      ],
      action: '프로젝트 열기',
    },
  },
  'project.ratings-opened': {
    notice:
      '{titled, select, yes {프로젝트 “{title}” 파트너 평가가 공개되었습니다.} other {프로젝트의 파트너 평가가 공개되었습니다.}}',
  },
  'project.closed': {
    notice:
      '{titled, select, yes {프로젝트 “{title}” 종료되었습니다. 감사합니다.} other {{organization} 프로젝트가 종료되었습니다. 감사합니다.}}',
    mail: {
      subject: '{titled, select, yes {프로젝트 “{title}” 종료 안내} other {프로젝트 종료 안내}}',
      body: [
        '{titled, select, yes {프로젝트 “{title}” 사업이 종료되었습니다.} other {프로젝트가 종료되었습니다.}}',
        '성과 페이지는 주관 기관이 동의하면 바로 공개됩니다. 파트너 기관은 이름 공개 여부를 각자 정하며 언제든지 바꿀 수 있습니다.',
      ],
      action: '프로젝트 열기',
    },
  },
  'project.suspended': {
    notice:
      '{titled, select, yes {프로젝트 “{title}” 사업이 중단되었습니다.} other {{organization} 프로젝트가 중단되었습니다.}}',
    mail: {
      subject: '{titled, select, yes {프로젝트 “{title}” 중단 안내} other {프로젝트 중단 안내}}',
      body: [
        '공모 운영 기관이 프로젝트를 중단했습니다. 사유는 프로젝트 화면에서 확인하실 수 있습니다.',
        '중단된 동안에는 제출할 수 없으며 기한도 흐르지 않습니다.',
      ],
      action: '사유 보기',
    },
  },
  'project.resumed': {
    notice:
      '{titled, select, yes {프로젝트 “{title}” 사업이 다시 진행됩니다.} other {{organization} 프로젝트가 다시 진행됩니다.}}',
    mail: {
      subject: '{titled, select, yes {프로젝트 “{title}” 재개 안내} other {프로젝트 재개 안내}}',
      body: ['프로젝트가 다시 진행됩니다. 기한은 그대로이므로 지키기 어려운 기한은 변경을 요청해 주십시오.'],
      action: '프로젝트 열기',
    },
  },
  'project.terminated': {
    notice:
      '{titled, select, yes {프로젝트 “{title}” 사업이 조기 종료되었습니다.} other {{organization} 프로젝트가 조기 종료되었습니다.}}',
    mail: {
      subject: '{titled, select, yes {프로젝트 “{title}” 조기 종료 안내} other {프로젝트 조기 종료 안내}}',
      body: ['공모 운영 기관이 프로젝트를 조기 종료했습니다. 사유는 프로젝트 화면에서 확인하실 수 있습니다.'],
      action: '사유 보기',
    },
  },
  'milestone.due-soon': {
    notice:
      '{titled, select, yes {프로젝트 “{title}” 제출 기한이 다가옵니다.} other {{organization} 프로젝트의 제출 기한이 다가옵니다.}}',
    mail: {
      subject: '{titled, select, yes {“{title}” 제출 기한 안내} other {프로젝트 제출 기한 안내}}',
      body: [
        '{titled, select, yes {프로젝트 “{title}” 마일스톤 또는 보고서의 기한이 다가옵니다.} other {프로젝트의 마일스톤 또는 보고서의 기한이 다가옵니다.}}',
        '기한까지 제출해 주십시오. 어려우면 기한 전에 사유와 함께 기한 변경을 요청해 주십시오.',
      ],
      action: '프로젝트 열기',
    },
  },
  'milestone.late': {
    notice:
      '{titled, select, yes {프로젝트 “{title}” 제출이 늦어지고 있습니다.} other {프로젝트 제출이 늦어지고 있습니다.}}',
    mail: {
      subject: '{titled, select, yes {“{title}” 제출 지연 안내} other {프로젝트 제출 지연 안내}}',
      body: [
        '{titled, select, yes {프로젝트 “{title}” 마일스톤 또는 보고서의 기한이 지났으나 제출되지 않았습니다.} other {프로젝트의 마일스톤 또는 보고서의 기한이 지났으나 제출되지 않았습니다.}}',
        '무엇이 며칠 늦었고 어느 기관의 차례인지 프로젝트 화면에 표시됩니다.',
      ],
      action: '프로젝트 열기',
    },
  },
  'milestone.long-late': {
    notice:
      '{titled, select, yes {프로젝트 “{title}” 제출이 30일 이상 늦어졌습니다.} other {프로젝트 제출이 30일 이상 늦어졌습니다.}}',
    mail: {
      subject: '{titled, select, yes {“{title}” 제출 30일 지연} other {프로젝트 제출 30일 지연}}',
      body: [
        '{titled, select, yes {프로젝트 “{title}” 마일스톤 또는 보고서가 30일째 제출되지 않았습니다.} other {프로젝트의 마일스톤 또는 보고서가 30일째 제출되지 않았습니다.}}',
        '지금 서로 의논해 주십시오. 기한 변경을 요청할 수 있으며, 공모 운영 기관은 프로젝트를 중단하거나 조기 종료할 수 있습니다.',
      ],
      action: '프로젝트 열기',
    },
  },
  'milestone.submitted': {
    notice:
      '{titled, select, yes {프로젝트 “{title}” 제출물이 도착했습니다.} other {운영하시는 공모의 프로젝트 제출물이 도착했습니다.}}',
    mail: {
      subject: '{titled, select, yes {“{title}” 제출물 도착} other {프로젝트 제출물 도착}}',
      body: [
        '{titled, select, yes {{counterpart} 주관 프로젝트 “{title}” 마일스톤 또는 보고서가 제출되었습니다.} other {{counterpart} 주관 프로젝트의 마일스톤 또는 보고서가 제출되었습니다.}}',
        '검토 후 승인하시거나, 보완할 점을 적어 돌려보내 주십시오.',
      ],
      action: '검토하기',
    },
  },
  'milestone.returned': {
    notice:
      '{titled, select, yes {프로젝트 “{title}” 제출물이 보완 요청과 함께 돌아왔습니다.} other {프로젝트 제출물이 보완 요청과 함께 돌아왔습니다.}}',
    mail: {
      subject: '{titled, select, yes {“{title}” 보완 요청} other {프로젝트 보완 요청}}',
      body: ['제출하신 내용이 돌아왔습니다. 보완할 점이 적혀 있습니다.', '보완하여 다시 제출해 주십시오.'],
      action: '보완 요청 보기',
    },
  },
  'milestone.accepted': {
    notice:
      '{titled, select, yes {프로젝트 “{title}” 제출물이 승인되었습니다.} other {프로젝트 제출물이 승인되었습니다.}}',
  },
  'milestone.day-asked': {
    notice:
      '{titled, select, yes {프로젝트 “{title}” 기한 변경 요청이 있습니다.} other {운영하시는 공모의 프로젝트에 기한 변경 요청이 있습니다.}}',
    mail: {
      subject: '{titled, select, yes {“{title}” 기한 변경 요청} other {프로젝트 기한 변경 요청}}',
      body: [
        '{titled, select, yes {프로젝트 “{title}” 마일스톤 또는 보고서의 기한 변경이 사유와 함께 요청되었습니다.} other {프로젝트의 마일스톤 또는 보고서의 기한 변경이 사유와 함께 요청되었습니다.}}',
        '승인 또는 거절해 주십시오.',
      ],
      action: '답하기',
    },
  },
  'milestone.day-approved': {
    notice:
      '{titled, select, yes {프로젝트 “{title}” 기한이 요청대로 변경되었습니다.} other {프로젝트 기한이 요청대로 변경되었습니다.}}',
  },
  'milestone.day-declined': {
    notice:
      '{titled, select, yes {프로젝트 “{title}” 기한은 그대로입니다.} other {프로젝트 기한은 그대로입니다.}}',
    mail: {
      subject: '{titled, select, yes {“{title}” 기한 변경 거절} other {프로젝트 기한 변경 거절}}',
      body: ['기한 변경 요청이 받아들여지지 않았습니다. 사유가 적혀 있습니다.'],
      action: '사유 보기',
    },
  },
} satisfies EventTemplates;
