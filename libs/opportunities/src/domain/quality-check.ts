import type { OpportunityContent } from './opportunity.js';
import type { CheckContext, Place, Severity } from './quality-rule.js';
import { QUALITY_RULES } from './quality-rules.js';

export interface Finding extends Place {
  readonly rule: number;
  readonly code: string;
  readonly severity: Severity;
}

/** All findings of an opportunity, in order of the rules. Pure: the same content on the same day finds the same. */
export function checkQuality(content: OpportunityContent, context: CheckContext): Finding[] {
  return QUALITY_RULES.flatMap(({ number, code, severity, find }) =>
    find(content, context).map((place) => ({ rule: number, code, severity, ...place })),
  );
}

/** What publication would lead to. */
export const VERDICTS = ['publishable', 'look', 'refused'] as const;
export type Verdict = (typeof VERDICTS)[number];

export function verdictOf(findings: readonly Finding[]): Verdict {
  if (findings.some(({ severity }) => severity === 'refusal')) return 'refused';
  return findings.some(({ severity }) => severity === 'look') ? 'look' : 'publishable';
}
