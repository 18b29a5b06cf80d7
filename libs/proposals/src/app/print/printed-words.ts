/** The words around a proposal on paper. */
export interface PrintedWords {
  readonly title: string;
  readonly proposedBy: string;
  readonly version: string;
  readonly handedIn: string;
  readonly hash: string;
  readonly summary: string;
  readonly partnersSought: string;
  readonly themes: string;
  readonly collaboration: string;
  readonly sdgTargets: string;
  readonly budget: string;
  readonly period: string;
  readonly sections: Readonly<Record<'need' | 'approach' | 'impact' | 'risks', string>>;
  readonly answers: string;
  readonly workPlan: string;
  readonly milestone: string;
  readonly due: string;
  readonly organization: string;
  readonly deliverable: string;
  readonly partners: string;
  readonly task: string;
  readonly share: string;
  readonly lead: string;
  readonly budgetLines: string;
  readonly amount: string;
  readonly total: string;
  readonly annexes: string;
  readonly letters: string;
  readonly dated: string;
  readonly signOffs: string;
  readonly signedAt: string;
}

const EN: PrintedWords = {
  title: 'Title',
  proposedBy: 'Proposed by',
  version: 'Version',
  handedIn: 'Handed in',
  hash: 'Receipt (SHA-256)',
  summary: 'Summary',
  partnersSought: 'Partners sought',
  themes: 'Themes',
  collaboration: 'Kinds of collaboration',
  sdgTargets: 'SDG targets',
  budget: 'Budget',
  period: 'Period',
  sections: {
    need: 'Need',
    approach: 'Approach',
    impact: 'Impact on tourism SMEs',
    risks: 'Risks',
  },
  answers: 'Answers to the call',
  workPlan: 'Work plan',
  milestone: 'Milestone',
  due: 'Due',
  organization: 'Organization',
  deliverable: 'Deliverable',
  partners: 'Partners',
  task: 'Task',
  share: 'Share of the budget',
  lead: 'Lead',
  budgetLines: 'Budget by partner',
  amount: 'Amount',
  total: 'Total',
  annexes: 'Annexes',
  letters: 'Letters of support',
  dated: 'Dated',
  signOffs: 'Signed off by',
  signedAt: 'Signed',
};

const KO: PrintedWords = {
  title: '제목',
  proposedBy: '제안 기관',
  version: '판',
  handedIn: '제출 일시',
  hash: '접수증 (SHA-256)',
  summary: '요약',
  partnersSought: '찾는 협력 기관',
  themes: '주제',
  collaboration: '협력 방식',
  sdgTargets: 'SDG 세부 목표',
  budget: '예산',
  period: '기간',
  sections: {
    need: '필요성',
    approach: '추진 방법',
    impact: '관광 중소기업에 미치는 영향',
    risks: '위험 요소',
  },
  answers: '공모 문항에 대한 답변',
  workPlan: '추진 일정',
  milestone: '단계',
  due: '기한',
  organization: '기관',
  deliverable: '산출물',
  partners: '참여 기관',
  task: '역할',
  share: '예산 분담',
  lead: '주관',
  budgetLines: '참여 기관별 예산',
  amount: '금액',
  total: '합계',
  annexes: '첨부 자료',
  letters: '도시 추천서',
  dated: '작성일',
  signOffs: '참여 기관 확인',
  signedAt: '확인 일시',
};

/** Korean for readers of Korean, English for everybody else. */
export const printedWords = (language: string): PrintedWords => (language.startsWith('ko') ? KO : EN);
