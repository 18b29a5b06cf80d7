import { TYPST_BASE } from '#libs/platform/pdf';
import { currencyExponent } from '#libs/kernel';
import type { DecisionSheet, SheetRow } from './decision-sheet.reader.js';

/** The words around a decision sheet on paper. */
interface SheetWords {
  readonly sheet: string;
  readonly proposal: string;
  readonly requested: string;
  readonly scores: string;
  readonly mean: string;
  readonly spread: string;
  readonly decision: string;
  readonly stage: string;
  readonly stages: Readonly<Record<'concept' | 'full', string>>;
  readonly counts: string;
  readonly smeShare: string;
  readonly quotas: string;
  readonly outcomes: Readonly<
    Record<'accepted' | 'conditional' | 'waitlisted' | 'rejected' | 'open', string>
  >;
  readonly released: string;
  readonly notReleased: string;
  readonly conditions: string;
}

const EN: SheetWords = {
  sheet: 'Decision sheet',
  proposal: 'Proposal',
  requested: 'Requested',
  scores: 'Scores',
  mean: 'Mean',
  spread: 'Spread',
  decision: 'Decision and reasons',
  stage: 'Stage',
  stages: { concept: 'Concept', full: 'Full proposal' },
  counts: 'Decisions',
  smeShare: 'Share of SMEs among the accepted',
  quotas: 'Quotas',
  outcomes: {
    accepted: 'accepted',
    conditional: 'accepted under conditions',
    waitlisted: 'waiting list',
    rejected: 'rejected',
    open: 'open',
  },
  released: 'Released',
  notReleased: 'Not released yet. For those who decide alone.',
  conditions: 'Conditions',
};

const KO: SheetWords = {
  sheet: '결정표',
  proposal: '제안서',
  requested: '신청 금액',
  scores: '점수',
  mean: '평균',
  spread: '편차',
  decision: '결정과 사유',
  stage: '단계',
  stages: { concept: '개요', full: '본 제안' },
  counts: '결정 현황',
  smeShare: '선정된 제안 중 중소기업 비율',
  quotas: '할당 기준',
  outcomes: {
    accepted: '선정',
    conditional: '조건부 선정',
    waitlisted: '대기',
    rejected: '탈락',
    open: '미결정',
  },
  released: '발표',
  notReleased: '아직 발표되지 않았습니다. 결정 기관만 열람할 수 있습니다.',
  conditions: '조건',
};

/** The sheet in landscape: a line a proposal, with the reasons under its decision. */
export const SHEET_TEMPLATE = `${TYPST_BASE}
#set page(flipped: true)
#set text(size: 9pt)
= #data.title
#grid(
  columns: (52mm, 1fr), column-gutter: 4mm, row-gutter: 2.5mm,
  ..data.head.map(row => (text(fill: rgb("#4b5c69"), row.at(0)), para(row.at(1)))).flatten()
)
#v(4mm)
#table(
  columns: (2.2fr, 1fr, 1fr, auto, auto, 2.6fr),
  align: (x, y) => if x in (1, 3, 4) { right } else { left },
  table.header(..data.columns.map(word => strong(word))),
  ..data.rows.flatten().map(para)
)
`;

/** What the template sets of a sheet. `language` is the reader's; titles and reasons stay in theirs. */
export function printedSheet({ call, rows, summary, batch }: DecisionSheet, language: string) {
  const words = language.startsWith('ko') ? KO : EN;
  const { terms, stage } = call;
  const { byOutcome, smeShare, quotas } = summary;
  const released = batch?.releasedAt;
  const counted = (Object.keys(words.outcomes) as (keyof typeof words.outcomes)[]).map(
    (outcome) => `${words.outcomes[outcome]} ${String(byOutcome[outcome])}`,
  );
  const head = [
    [words.stage, words.stages[stage.key]],
    [words.counts, counted.join(' · ')],
    ...(smeShare === null ? [] : [[words.smeShare, `${String(smeShare)} %`]]),
    ...quotas.map(({ key, value, bound, share, reached }) => [
      words.quotas,
      `${key === 'sme' ? 'SME' : value} ${bound === 'least' ? '≥' : '≤'} ${String(share)} % (${String(reached ?? 0)} %)`,
    ]),
    [words.released, released ? utc(released) : words.notReleased],
  ];
  return {
    title: `${words.sheet}: ${terms.title}`,
    footer: `${words.sheet} · ${terms.title}`,
    head,
    columns: [words.proposal, words.requested, words.scores, words.mean, words.spread, words.decision],
    rows: rows.map((row) => printedRow(row, words)),
  };
}

function printedRow(
  { proposal, lead, decision, totals, mean, spread }: SheetRow,
  words: SheetWords,
): string[] {
  const { title, requestedMinor, currency, state } = proposal;
  const outcome = decision?.outcome ?? (state === 'rejected' ? 'rejected' : 'open');
  const conditions = decision?.conditions ?? [];
  return [
    `${title}\n${lead ? `${lead.name} (${lead.country})` : ''}`,
    requestedMinor === null || currency === null ? '' : amount(requestedMinor, currency),
    totals.join(' · '),
    mean === null ? '' : String(mean),
    spread === null ? '' : String(spread),
    [
      words.outcomes[outcome],
      ...(decision ? [decision.reasons] : []),
      ...conditions.map((condition) => `${words.conditions}: ${condition}`),
    ].join('\n'),
  ];
}

function amount(minor: number, currency: string): string {
  const digits = currencyExponent(currency);
  return `${(minor / 10 ** digits).toFixed(digits)} ${currency}`;
}

/** Paper is read everywhere: the one time that is the same for all. */
const utc = (at: Date): string => `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
