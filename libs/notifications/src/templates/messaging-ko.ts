import type { EventTemplates } from './template.js';

/** Texts about conversations, contact requests and reports. They never quote what was said. */
export const messagingKo = {
  'conversation.joined': {
    notice: '{counterpart} 측에서 귀하를 대화에 초대했습니다.',
    mail: {
      subject: '대화에 초대되었습니다',
      body: [
        '{counterpart} 측에서 {organization} 소속인 귀하를 대화에 초대했습니다.',
        '대화를 읽고 쓰실 수 있으며, 언제든지 알림을 끄거나 대화에서 나가실 수 있습니다.',
      ],
      action: '대화 열기',
    },
  },
  'message.mentioned': {
    notice: '{counterpart} 측에서 대화 중에 귀하를 언급했습니다.',
    mail: {
      subject: '{counterpart} 측에서 귀하를 언급했습니다',
      body: ['{organization} 소속으로 참여하시는 대화에서 {counterpart} 측 담당자가 귀하를 언급했습니다.'],
      action: '메시지 읽기',
    },
  },
  'message.left-unread': {
    notice: '{counterpart} 측에서 메시지를 보냈습니다.',
    mail: {
      subject: '{counterpart} 측에서 메시지를 보냈습니다',
      body: ['{organization} 소속으로 참여하시는 대화에 {counterpart} 측에서 보낸 메시지가 도착했습니다.'],
      action: '읽고 답하기',
    },
  },
  'message.reply-refused': {
    notice:
      '{subject, select, reply_attachment {메일로 보내신 첨부 파일은 대화에 올리지 않았습니다.} reply_empty {메일 답장에 내용이 없어 올리지 않았습니다.} reply_sender {다른 주소에서 귀하의 이름으로 온 답장을 올리지 않았습니다.} reply_too_long {메일 답장이 너무 길어 올리지 못했습니다.} other {메일 답장을 대화에 올리지 못했습니다.}}',
    mail: {
      subject:
        '{subject, select, reply_attachment {답장의 첨부 파일을 올리지 않았습니다} other {답장을 올리지 못했습니다}}',
      body: [
        '{subject, select, reply_attachment {메일 답장에 파일을 첨부하셨습니다. 메일로는 파일을 받지 않으며, 함께 쓰신 내용은 대화에 올렸습니다. 파일은 대화에서 직접 올려 주십시오.} reply_empty {메일 답장에서 새로 쓰신 내용을 찾지 못했습니다. 인용된 메일 위에 작성하시거나 대화에서 직접 작성해 주십시오.} reply_sender {계정에 등록되지 않은 주소에서 귀하의 메일에 대한 답장이 왔습니다. 본인이 보내셨다면 등록된 주소로 보내시거나 대화에서 직접 작성해 주십시오.} reply_too_long {메시지는 8,000자까지 쓰실 수 있습니다. 줄여서 보내시거나 대화에서 파일로 올려 주십시오.} other {이 대화에 더 이상 글을 쓰실 수 없거나 대화가 종료되었습니다.}}',
      ],
      action: '대화 열기',
    },
  },
  'message.taken-down': {
    notice: '{operator} 측에서 귀하의 메시지 한 건을 삭제했습니다.',
    mail: {
      subject: '메시지가 삭제되었습니다',
      body: [
        '귀하가 {organization} 소속으로 작성하신 메시지가 신고되었습니다. {operator} 측에서 검토한 결과 네트워크 이용 규칙에 어긋나 삭제했습니다.',
        '잘못된 조치라고 생각하시면 {operator} 측에 회신해 주십시오.',
      ],
      action: '대화 열기',
    },
  },
  'contact-request.sent': {
    notice: '{counterpart} 측에서 {organization} 측에 대화를 요청했습니다.',
    mail: {
      subject: '{counterpart} 측의 대화 요청',
      body: [
        '{counterpart} 측에서 {organization} 측에 대화 요청을 보냈습니다.',
        '수락하시면 대화가 열립니다. 사양하실 때 이유를 밝히지 않으셔도 됩니다. 21일 동안 답이 없으면 요청은 자동으로 종료됩니다.',
      ],
      action: '읽고 답하기',
    },
  },
  'contact-request.accepted': {
    notice: '{counterpart} 측에서 대화 요청을 수락했습니다.',
    mail: {
      subject: '{counterpart} 측에서 대화 요청을 수락했습니다',
      body: ['{organization} 측의 대화 요청을 {counterpart} 측에서 수락하여 대화가 열렸습니다.'],
      action: '대화 열기',
    },
  },
  'contact-request.declined': {
    notice: '{counterpart} 측에서 대화 요청을 사양했습니다.',
  },
  'conversation-report.filed': {
    notice:
      '{titled, select, yes {메시지 신고가 접수되었습니다. 사건 번호 {title}} other {메시지 신고가 접수되었습니다.}}',
    mail: {
      subject: '{titled, select, yes {메시지 신고 접수: {title}} other {메시지 신고 접수}}',
      body: [
        '네트워크 회원이 메시지 또는 대화를 신고했습니다.',
        '내용을 검토하고 결정해 주십시오. 결과는 신고하신 분께 안내됩니다.',
      ],
      action: '사건 열기',
    },
  },
  'conversation-report.decided': {
    notice:
      '{titled, select, yes {신고하신 {title} 건의 처리 결과가 나왔습니다.} other {신고하신 건의 처리 결과가 나왔습니다.}}',
    mail: {
      subject: '{titled, select, yes {신고 {title} 처리 결과 안내} other {신고 처리 결과 안내}}',
      body: ['신고하신 내용을 {operator} 측에서 검토하고 결정했습니다. 알려 주셔서 감사합니다.'],
      action: '결과 읽기',
    },
  },
} satisfies EventTemplates;
