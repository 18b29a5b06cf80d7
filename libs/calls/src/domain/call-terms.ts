import type { OrganizationKind } from '#libs/contracts';

/** The rounds a call can have, in their order. A call has one of them, or the first and then the second. */
export const STAGE_KEYS = ['concept', 'full'] as const;
export type StageKey = (typeof STAGE_KEYS)[number];

/** What a question can be answered with. `money` is in the currency of the call. */
export const QUESTION_KINDS = [
  'short',
  'long',
  'number',
  'money',
  'choice',
  'choices',
  'date',
  'file',
] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

export interface QuestionOption {
  /** Unique in its question; answers name it. */
  readonly key: string;
  readonly words: string;
}

/** One question of the form of a stage. */
export interface FormQuestion {
  /** Unique in its stage; answers are kept by it. */
  readonly key: string;
  readonly kind: QuestionKind;
  readonly words: string;
  readonly help: string | null;
  readonly required: boolean;
  /** Code points of an answer in words; null where the kind has no words, or for its general limit. */
  readonly maxLength: number | null;
  /** Of `choice` and `choices`; else empty. */
  readonly options: readonly QuestionOption[];
}

/** What a score of a criterion means, in words. */
export interface ScoreAnchor {
  readonly score: number;
  readonly words: string;
}

/** What reviewers score, from `min` to `max` in whole steps. */
export interface Criterion {
  readonly key: string;
  readonly title: string;
  /** Percent; the weights of all criteria make 100. */
  readonly weight: number;
  readonly min: number;
  readonly max: number;
  /** The lowest and the highest score have one at least. */
  readonly anchors: readonly ScoreAnchor[];
}

/** Which ties keep somebody from reviewing. That to the own organization always does. */
export interface ConflictRule {
  readonly organization: true;
  /** Seat in the same city. */
  readonly city: boolean;
  /** Both took part in one project within the last `years`. */
  readonly pastProjects: boolean;
  readonly years: number;
}

export const QUOTA_KEYS = ['country', 'sme'] as const;
export type QuotaKey = (typeof QUOTA_KEYS)[number];

/**
 * A share of what is accepted. `country`: `value` is an ISO 3166-1 alpha-2 code, or `*` for whichever single country.
 * `sme`: proposals led by an SME, `value` is `*`.
 */
export interface Quota {
  readonly key: QuotaKey;
  readonly value: string;
  readonly bound: 'least' | 'most';
  /** Percent of the accepted proposals. */
  readonly share: number;
}

/**
 * A rule of eligibility; refusals name its number. Where it names kinds of organizations or countries, it holds by itself
 * for whoever leads a proposal; where it names none, people judge by its words.
 */
export interface EligibilityRule {
  readonly number: number;
  readonly words: string;
  readonly kinds: readonly OrganizationKind[];
  /** ISO 3166-1 alpha-2. */
  readonly countries: readonly string[];
}

/** Title and summary in one more language. */
export interface CallTranslation {
  /** BCP 47. */
  readonly language: string;
  readonly title: string;
  readonly summary: string;
}

/** A stage as it is being written; publication needs both moments. */
export interface StageContent {
  readonly key: StageKey;
  /** RFC 3339 in UTC. */
  readonly opensAt: string | null;
  readonly closesAt: string | null;
  readonly form: readonly FormQuestion[];
  /** Null: those of the call. */
  readonly criteria: readonly Criterion[] | null;
}

/** What a call says, as it is being written: much of it may be missing. */
export interface CallContent {
  readonly title: string;
  readonly summary: string | null;
  /** BCP 47 of title, summary, questions, criteria and rules. */
  readonly language: string;
  readonly translations: readonly CallTranslation[];
  /** Taxonomy codes of kind `theme`; none: of whatever theme. */
  readonly themes: readonly string[];
  /** IANA zone in which the deadlines are meant and first shown. */
  readonly zone: string;
  readonly stages: readonly StageContent[];
  readonly criteria: readonly Criterion[];
  /** Reviews a proposal needs. */
  readonly quorum: number;
  /** Percent of the scale by which two weighted totals may differ before a further reviewer is asked. */
  readonly spreadLimit: number;
  readonly conflictRule: ConflictRule;
  /** Reviewers do not see who proposes. */
  readonly isBlind: boolean;
  /** Who decides; never who runs the call. */
  readonly decidingOrganizationIds: readonly string[];
  readonly quotas: readonly Quota[];
  /** ISO 4217 of all budgets; null where nothing is asked for. */
  readonly budgetCurrency: string | null;
  /** What one proposal may ask for, in minor units; null for no limit. */
  readonly maxBudgetMinor: number | null;
  readonly eligibility: readonly EligibilityRule[];
}

/** A stage whose times are set: it takes answers from `opensAt`, and from `closesAt` on no more. */
export interface StageTerms extends Omit<StageContent, 'opensAt' | 'closesAt'> {
  readonly opensAt: Date;
  readonly closesAt: Date;
}

/** What holds for a published call, as one of its versions says it. */
export interface CallTerms extends Omit<CallContent, 'stages' | 'summary'> {
  readonly callId: string;
  /** Of the terms, from 1. */
  readonly number: number;
  /** Who runs it. */
  readonly organizationId: string;
  readonly summary: string;
  /** One or two, in their order. */
  readonly stages: readonly StageTerms[];
}

/** The criteria a stage is reviewed by: its own, or those of the call. */
export function criteriaOf(
  terms: Pick<CallContent, 'criteria'>,
  stage: Pick<StageContent, 'criteria'>,
): readonly Criterion[] {
  return stage.criteria ?? terms.criteria;
}

/** Content that passed the check of publication, as terms. */
export function termsOf(call: {
  callId: string;
  number: number;
  organizationId: string;
  content: CallContent;
}): CallTerms {
  const { callId, number, organizationId, content } = call;
  const stages = content.stages.map(({ opensAt, closesAt, ...stage }) => ({
    ...stage,
    opensAt: momentOf(opensAt),
    closesAt: momentOf(closesAt),
  }));
  return { ...content, callId, number, organizationId, summary: content.summary ?? '', stages };
}

function momentOf(at: string | null): Date {
  if (at === null) throw new Error('A published call has a stage without times.');
  return new Date(at);
}
