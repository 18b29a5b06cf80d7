import type { OpportunityContent } from './opportunity.js';
import type { OpportunityState, OpportunityVerb } from './opportunity-states.js';

/** One step in the story of an opportunity. */
export interface OpportunityStep {
  readonly id: string;
  readonly opportunityId: string;
  readonly verb: OpportunityVerb;
  readonly fromState: OpportunityState;
  readonly toState: OpportunityState;
  readonly actorId: string;
  readonly actorOrganizationId: string | null;
  /** Why it was closed, or what came of it. */
  readonly code: string | null;
  /** In words. */
  readonly note: string | null;
  /** BCP 47 of the note. */
  readonly language: string | null;
  readonly at: Date;
}

/** What others could read from one moment on. */
export interface OpportunityVersion {
  readonly opportunityId: string;
  readonly version: number;
  readonly content: OpportunityContent;
  readonly savedBy: string;
  readonly savedAt: Date;
}

export const CONTENT_FIELDS = [
  'title',
  'language',
  'text',
  'collaboration',
  'themes',
  'markets',
  'requirements',
  'deadline',
  'period',
] as const satisfies (keyof OpportunityContent)[];
export type ContentField = (typeof CONTENT_FIELDS)[number];

/** The fields in which two versions differ. */
export function changedFields(before: OpportunityContent, after: OpportunityContent): ContentField[] {
  return CONTENT_FIELDS.filter((field) => canonical(before[field]) !== canonical(after[field]));
}

/** The database keeps members of an object in an order of its own. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
