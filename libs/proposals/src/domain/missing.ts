import type { FieldError } from '#libs/kernel';
import type { ProposalPartner } from './consortium.js';
import type { SignedDossier } from './dossier.js';
import { missingAnswers } from './form-answers.js';
import type { Question } from './form-answers.js';
import type { ProposalContent } from './proposal.js';

/** What the call asks of every proposal. */
export interface Demands {
  readonly form: readonly Question[];
  /** ISO 4217 of all budgets; null where none is asked for. */
  readonly budgetCurrency: string | null;
  /** Minor units; null for no limit. */
  readonly maxBudgetMinor: number | null;
  /** A budget is needed in the last stage only. */
  readonly isLastStage: boolean;
}

/** Everything that is weighed before a proposal is handed in. */
export interface Weighed {
  readonly content: ProposalContent;
  readonly organizationId: string;
  readonly dossier: SignedDossier;
  /** Of the content as it stands. */
  readonly sha256: string;
  /** Those who are invited or take part. */
  readonly partners: readonly ProposalPartner[];
  /** Annexes whose files are not, or no longer, fit to be handed in. */
  readonly unfitAnnexIds: readonly string[];
  /** Null: it answers no call. */
  readonly demands: Demands | null;
  /** Numbers of the rules of the call that its lead does not meet. */
  readonly unmetRules: readonly number[];
}

const missing = (pointer: string): FieldError => ({ pointer, code: 'proposal/missing' });

/** What still has to be done before a proposal can be handed in, with pointers into proposal and dossier. */
export function missingForSubmission(weighed: Weighed): readonly FieldError[] {
  const { content, dossier, demands, unfitAnnexIds, unmetRules } = weighed;
  return [
    ...unmetRules.map((number) => ({ pointer: `/eligibility/${number}`, code: 'proposal/rule-unmet' })),
    ...(content.summary === null ? [missing('/summary')] : []),
    ...(demands ? missingAnswers(demands.form, dossier, demands.budgetCurrency) : []),
    ...budgetProblems(weighed),
    ...planProblems(weighed),
    ...unfitAnnexIds.map((id) => ({ pointer: `/annexes/${id}`, code: 'proposal/file-not-fit' })),
    ...partnerProblems(weighed),
  ];
}

function consortiumOf({ organizationId, partners }: Weighed): Set<string> {
  const accepted = partners.filter(({ state }) => state === 'accepted');
  return new Set([organizationId, ...accepted.map((partner) => partner.organizationId)]);
}

function budgetProblems(weighed: Weighed): FieldError[] {
  const { content, dossier, demands } = weighed;
  const { budget } = content;
  const { budgetLines: lines } = dossier;
  const problems: FieldError[] = [];
  const members = consortiumOf(weighed);
  lines.forEach(({ organizationId }, index) => {
    if (!members.has(organizationId)) {
      problems.push({ pointer: `/budgetLines/${index}/organizationId`, code: 'proposal/not-a-partner' });
    }
  });
  const isNeeded = lines.length > 0 || (demands?.isLastStage === true && demands.budgetCurrency !== null);
  if (budget === null) return isNeeded ? [...problems, missing('/budget')] : problems;
  const isTable = lines.length > 0 || members.size > 1;
  if (isTable && sumOf(lines) !== budget.amountMinor) {
    problems.push({ pointer: '/budgetLines', code: 'proposal/budget-sum' });
  }
  return [...problems, ...limitProblems(budget, demands)];
}

function limitProblems(
  budget: { amountMinor: number; currency: string },
  demands: Demands | null,
): FieldError[] {
  if (!demands?.budgetCurrency) return [];
  if (budget.currency !== demands.budgetCurrency) {
    return [{ pointer: '/budget/currency', code: 'proposal/other-currency' }];
  }
  const isOver = demands.maxBudgetMinor !== null && budget.amountMinor > demands.maxBudgetMinor;
  return isOver ? [{ pointer: '/budget/amountMinor', code: 'proposal/over-limit' }] : [];
}

function planProblems(weighed: Weighed): FieldError[] {
  const members = consortiumOf(weighed);
  const { period } = weighed.content;
  return weighed.dossier.workPlan.flatMap(({ organizationId, due }, index) => {
    const problems: FieldError[] = [];
    const at = `/workPlan/${index}`;
    if (!members.has(organizationId)) {
      problems.push({ pointer: `${at}/organizationId`, code: 'proposal/not-a-partner' });
    }
    if (period && (due < period.from || due > period.to)) {
      problems.push({ pointer: `${at}/due`, code: 'proposal/outside-period' });
    }
    return problems;
  });
}

function partnerProblems({ partners, content, dossier, sha256 }: Weighed): FieldError[] {
  return partners.flatMap((partner) => {
    const at = `/partners/${partner.organizationId}`;
    if (partner.state === 'invited') return [{ pointer: at, code: 'proposal/partner-unanswered' }];
    if (partner.state !== 'accepted') return [];
    const problems: FieldError[] = [];
    if (partner.task === null) problems.push(missing(`${at}/task`));
    const own = dossier.budgetLines.filter((line) => line.organizationId === partner.organizationId);
    if (content.budget !== null && partner.shareMinor === null) problems.push(missing(`${at}/shareMinor`));
    else if (partner.shareMinor !== null && sumOf(own) !== partner.shareMinor) {
      problems.push({ pointer: `${at}/shareMinor`, code: 'proposal/share-sum' });
    }
    if (partner.signedSha256 !== sha256) {
      problems.push({ pointer: `${at}/signature`, code: 'proposal/unsigned' });
    }
    return problems;
  });
}

const sumOf = (lines: readonly { amountMinor: number }[]): number =>
  lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
