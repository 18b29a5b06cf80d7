/** The words around an agreement on paper. */
export interface AgreementWords {
  readonly title: string;
  readonly subject: string;
  readonly requester: string;
  readonly consultant: string;
  readonly hash: string;
  readonly state: string;
  readonly isSigned: string;
  readonly isOpen: string;
  readonly goal: string;
  readonly scope: string;
  readonly sessions: string;
  readonly deliverables: string;
  readonly deliverable: string;
  readonly due: string;
  readonly money: string;
  readonly fee: string;
  readonly tax: string;
  readonly total: string;
  readonly payers: string;
  readonly organization: string;
  readonly share: string;
  readonly amount: string;
  readonly signatures: string;
  readonly side: Readonly<Record<'consultant' | 'requester' | 'bearer', string>>;
  readonly signedBy: string;
  readonly signedAt: string;
  readonly notYet: string;
  readonly rules: string;
  readonly rulesText: string;
}

const EN: AgreementWords = {
  title: 'Consulting agreement',
  subject: 'Subject',
  requester: 'Requester',
  consultant: 'Consultant',
  hash: 'Terms (SHA-256)',
  state: 'State',
  isSigned: 'Signed by all parties',
  isOpen: 'Not signed by all parties yet',
  goal: 'Goal',
  scope: 'Scope',
  sessions: 'Sessions included',
  deliverables: 'Deliverables',
  deliverable: 'Deliverable',
  due: 'Due',
  money: 'Fee',
  fee: 'Fee',
  tax: 'Tax',
  total: 'Total',
  payers: 'Who bears the cost',
  organization: 'Organization',
  share: 'Share',
  amount: 'Amount',
  signatures: 'Signatures',
  side: { consultant: 'Consultant', requester: 'Requester', bearer: 'Bears part of the cost' },
  signedBy: 'Signed by',
  signedAt: 'Signed (UTC)',
  notYet: 'not yet',
  rules: 'Rules',
  rulesText:
    'Work begins once every party has signed. Each deliverable includes two revisions. Minutes of a session stand if nobody objects within five days. A dispute suspends the work and is decided by the chair of the consulting committee within ten working days. Fees are paid outside the network; only what was invoiced and paid is recorded here.',
};

const KO: AgreementWords = {
  title: '자문 계약서',
  subject: '주제',
  requester: '의뢰 기관',
  consultant: '자문 기관',
  hash: '계약 조건 (SHA-256)',
  state: '상태',
  isSigned: '모든 당사자가 서명함',
  isOpen: '아직 모든 당사자가 서명하지 않음',
  goal: '목표',
  scope: '범위',
  sessions: '포함된 회의 횟수',
  deliverables: '산출물',
  deliverable: '산출물',
  due: '기한',
  money: '자문료',
  fee: '자문료',
  tax: '세금',
  total: '합계',
  payers: '비용 부담',
  organization: '기관',
  share: '분담률',
  amount: '금액',
  signatures: '서명',
  side: { consultant: '자문 기관', requester: '의뢰 기관', bearer: '비용 부담 기관' },
  signedBy: '서명자',
  signedAt: '서명 일시 (UTC)',
  notYet: '미서명',
  rules: '진행 규칙',
  rulesText:
    '모든 당사자가 서명한 뒤에 자문을 시작합니다. 산출물마다 두 번까지 수정을 요청할 수 있습니다. 회의록은 닷새 안에 이의가 없으면 확정됩니다. 분쟁이 제기되면 자문이 중단되며, 자문위원회 위원장이 근무일 기준 열흘 안에 결정합니다. 비용은 네트워크 밖에서 지급하며, 이곳에는 청구 및 지급 사실만 기록합니다.',
};

/** Korean for readers of Korean, English for everybody else. */
export const agreementWords = (language: string): AgreementWords => (language.startsWith('ko') ? KO : EN);
