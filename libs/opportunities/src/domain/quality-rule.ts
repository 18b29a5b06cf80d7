import type { OpportunityContent } from './opportunity.js';

/**
 * What a finding means for publication: a refusal must be mended; for a look the secretariat sees the text before
 * others do; a warning is the writer's own decision.
 */
export const SEVERITIES = ['refusal', 'look', 'warning'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Another opportunity of the same organization that is public or is about to be. */
export type Sibling = Pick<OpportunityContent, 'title' | 'text'> & { readonly id: string };

/** What a check needs to know beside the content. */
export interface CheckContext {
  /** The day in UTC, as deadlines are counted. */
  readonly today: string;
  readonly siblings: readonly Sibling[];
}

/** Where a rule found something. */
export interface Place {
  /** JSON pointer of the field. */
  readonly pointer: string;
  /** The words it is about, as they were written. */
  readonly quote?: string;
  /** The other opportunity it is about. */
  readonly otherId?: string;
}

/** One rule. Numbers and codes stay what they are: screens, translations and notes quote them. */
export interface QualityRule {
  readonly number: number;
  readonly code: string;
  readonly severity: Severity;
  /** Every place where it applies; none when all is well. */
  readonly find: (content: OpportunityContent, context: CheckContext) => readonly Place[];
}
