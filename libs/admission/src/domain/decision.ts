import type { Application, ApplicationVerb } from './application.js';

/** What an officer may decide. */
export const VERDICTS = ['accept', 'reject', 'ask'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Seconds in which a decision can be taken back; until then nobody else learns of it. */
export const UNDO_SECONDS = 10;

export const DECISION_STATES = ['pending', 'applied', 'undone', 'void'] as const;
export type DecisionState = (typeof DECISION_STATES)[number];

/** A decision from the moment it is taken. `void`: the application had moved on before it came into effect. */
export interface Decision {
  readonly id: string;
  readonly applicationId: string;
  readonly verdict: Verdict;
  /** For the applicant, in `language`. */
  readonly reason: string;
  readonly language: string;
  readonly decidedBy: string;
  /** The secretariat the officer acts for. */
  readonly organizationId: string;
  readonly state: DecisionState;
  readonly effectiveAt: Date;
}

const VERB_OF: Readonly<Record<Verdict, ApplicationVerb>> = {
  accept: 'accept',
  reject: 'reject',
  ask: 'request-info',
};

/** The transition a verdict stands for. */
export function verbOf(verdict: Verdict): ApplicationVerb {
  return VERB_OF[verdict];
}

/** How an officer stands to the application they want to decide. */
export interface OfficerFacts {
  readonly personId: string;
  /** The officer has a seat in the applicant, or began the application. */
  readonly sitsInApplicant: boolean;
  /** Who decided before: accepted or rejected, with effect. */
  readonly decidedBefore: readonly string[];
}

export type OfficerRefusal = 'application/has-a-stake' | 'application/appeal-needs-another-officer';

/** Why an officer may not decide, or null. An appeal goes to somebody who has not decided before. */
export function officerRefusal(
  { state, askedFrom }: Pick<Application, 'state' | 'askedFrom'>,
  officer: OfficerFacts,
): OfficerRefusal | null {
  if (officer.sitsInApplicant) return 'application/has-a-stake';
  const isAppeal = state === 'appealed' || askedFrom === 'appealed';
  if (isAppeal && officer.decidedBefore.includes(officer.personId))
    return 'application/appeal-needs-another-officer';
  return null;
}
