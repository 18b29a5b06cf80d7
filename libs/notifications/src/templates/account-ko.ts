import type { EventTemplates } from './template.js';

const FACTOR = `{subject, select,
  totp_added {계정에 인증 앱이 추가되었습니다.}
  totp_removed {계정에서 인증 앱이 삭제되었습니다.}
  passkey_added {계정에 패스키가 추가되었습니다.}
  passkey_removed {계정에서 패스키가 삭제되었습니다.}
  recovery_codes_renewed {새 복구 코드가 발급되었습니다. 이전 코드는 더 이상 사용할 수 없습니다.}
  recovery_code_used {복구 코드로 계정에 로그인했습니다.}
  other {계정의 로그인 수단이 변경되었습니다.}}`;

const NOT_YOU =
  '본인이 아니라면 계정 화면에서 비밀번호를 변경하고 다른 모든 세션을 종료한 후 사무국에 알려 주십시오.';

/** What happens to a person's account. See ko.ts on particles. */
export const accountKo: EventTemplates = {
  'person.registered': {
    mail: {
      subject: 'TTN 이메일 주소를 확인해 주십시오',
      body: [
        '이 이메일 주소로 TPO 관광 네트워크 계정이 신청되었습니다.',
        '24시간 이내에 이메일 주소를 확인해 주십시오. 계정을 신청하지 않으셨다면 이 메일을 무시하셔도 됩니다. 확인하지 않은 계정은 누구도 사용할 수 없습니다.',
      ],
      action: '이메일 주소 확인하기',
    },
  },
  'session.started-on-new-device': {
    notice: '새로운 기기에서 계정에 로그인했습니다.',
    mail: {
      subject: 'TTN 계정에 새로운 기기에서 로그인했습니다',
      body: ['이전에 사용한 적이 없는 기기에서 계정에 로그인했습니다.', NOT_YOU],
      action: '로그인된 기기 확인하기',
    },
  },
  'password.changed': {
    notice: '비밀번호가 변경되었습니다. 다른 모든 기기에서 로그아웃되었습니다.',
    mail: {
      subject: 'TTN 비밀번호가 변경되었습니다',
      body: [
        '계정의 비밀번호가 변경되었으며, 다른 모든 기기에서 로그아웃되었습니다.',
        '본인이 아니라면 로그인 화면의 “비밀번호를 잊으셨습니까?”를 통해 즉시 새 비밀번호를 설정하고 사무국에 알려 주십시오.',
      ],
      action: '내 계정 열기',
    },
  },
  'password-reset.requested': {
    mail: {
      subject: 'TTN 비밀번호를 새로 설정해 주십시오',
      body: [
        '이 이메일 주소의 TTN 계정에 대해 비밀번호 재설정 요청이 접수되었습니다.',
        '아래 링크는 한 시간 동안 한 번만 사용할 수 있습니다. 요청하지 않으셨다면 이 메일을 무시하셔도 됩니다. 비밀번호는 그대로 유지됩니다.',
      ],
      action: '새 비밀번호 설정하기',
    },
  },
  'email-change.requested': {
    notice: '이메일 주소 변경이 요청되었습니다. 새 주소가 확인되면 변경됩니다.',
    mail: {
      subject: 'TTN 계정의 이메일 주소 변경이 요청되었습니다',
      body: [
        '계정에 로그인한 사용자가 이메일 주소 변경을 요청했습니다. 새 주소가 확인되기 전까지는 아무것도 변경되지 않습니다.',
        NOT_YOU,
      ],
      action: '내 계정 열기',
    },
  },
  'email-change.proof-requested': {
    mail: {
      subject: 'TTN 새 이메일 주소를 확인해 주십시오',
      body: [
        '이 주소를 TTN 계정의 이메일 주소로 사용하도록 요청되었습니다.',
        '24시간 이내에 주소를 확인해 주십시오. 요청하지 않으셨다면 이 메일을 무시하셔도 됩니다.',
      ],
      action: '새 이메일 주소 확인하기',
    },
  },
  'email.changed': { notice: '계정의 이메일 주소가 변경되었습니다.' },
  'mail.bounced': {
    notice:
      '등록된 이메일 주소로 보낸 메일이 반송되었습니다. 주소가 맞다고 확인하실 때까지 메일을 보내지 않습니다.',
  },
  'second-factor.changed': {
    notice: FACTOR,
    mail: {
      subject: 'TTN 계정의 로그인 수단이 변경되었습니다',
      body: [FACTOR, NOT_YOU],
      action: '내 계정 열기',
    },
  },
  'data-export.ready': {
    notice: '내 데이터 사본이 준비되었습니다. 7일 동안 내려받을 수 있습니다.',
    mail: {
      subject: 'TTN 데이터 사본이 준비되었습니다',
      body: [
        '요청하신 데이터 사본이 준비되었습니다.',
        '7일 동안 계정 화면에서 내려받을 수 있으며, 이후에는 삭제됩니다.',
      ],
      action: '사본 내려받기',
    },
  },
  'person.erasure-requested': {
    notice: '열흘 후에 계정이 삭제됩니다. 그 전까지는 취소할 수 있습니다.',
    mail: {
      subject: 'TTN 계정이 삭제될 예정입니다',
      body: [
        '계정 삭제를 요청하셨습니다. 열흘 후에 삭제되며, 그 전까지는 로그인하여 취소할 수 있습니다.',
        '이름과 주소, 모든 로그인 수단이 삭제됩니다. 다른 사람에게 작성한 내용은 이름 없이 남습니다.',
        NOT_YOU,
      ],
      action: '계정 유지하기',
    },
  },
  'person.erasure-held': {
    notice: '기관의 유일한 소유자이므로 계정을 삭제하지 못했습니다. 먼저 소유권을 넘겨 주십시오.',
    mail: {
      subject: 'TTN 계정을 아직 삭제하지 못했습니다',
      body: [
        '오늘 계정을 삭제할 예정이었으나, 기관의 유일한 소유자로 등록되어 있습니다.',
        '다른 구성원에게 소유권을 넘겨 주십시오. 매일 다시 시도하며, 계정을 계속 유지하실 수도 있습니다.',
      ],
      action: '내 계정 열기',
    },
  },
  'person.erasure-cancelled': { notice: '계정 삭제가 취소되어 계정이 유지됩니다.' },
};
