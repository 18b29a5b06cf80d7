import {
  isDecided,
  type ProposalState,
  type ProposalVerb,
  publicState,
  type PublicProposalState,
} from './proposal-states.js';

/** One step in the life of a proposal. */
export interface ProposalStep {
  readonly id: string;
  readonly proposalId: string;
  readonly verb: ProposalVerb | 'release';
  readonly fromState: ProposalState;
  readonly toState: ProposalState;
  readonly actorId: string;
  readonly actorOrganizationId: string | null;
  /** The number of the rule by which it is not eligible. */
  readonly code: string | null;
  /** In words, for the proposing side. */
  readonly note: string | null;
  /** BCP 47 of the note. */
  readonly language: string | null;
  /** What was reopened. */
  readonly fields: readonly string[] | null;
  readonly dueAt: Date | null;
  readonly at: Date;
}

/** A step as the proposing side sees it: neither who, nor what is not public. */
export interface PublicStep {
  readonly state: PublicProposalState;
  readonly code: string | null;
  readonly note: string | null;
  readonly language: string | null;
  readonly fields: readonly string[] | null;
  readonly dueAt: Date | null;
  readonly at: Date;
}

/** What of the story is public: the steps by which the public state has changed, with the words meant for them. */
export function publicStory(steps: readonly ProposalStep[]): PublicStep[] {
  const story: PublicStep[] = [];
  let decision: ProposalStep | undefined;
  let releasedAt: Date | null = null;
  for (const step of steps) {
    if (step.verb === 'release') releasedAt = step.at;
    else decision = step;
    if (!isDecided(step.toState)) releasedAt = null;
    const state = publicState({ state: step.toState, releasedAt });
    if (state === story.at(-1)?.state) continue;
    // The words of a decision become public with it.
    const { code, note, language } = wordsOf(step, state, decision);
    story.push({ state, code, note, language, fields: step.fields, dueAt: step.dueAt, at: step.at });
  }
  return story;
}

const SILENT = { code: null, note: null, language: null };

function wordsOf(
  step: ProposalStep,
  state: PublicProposalState,
  decision: ProposalStep | undefined,
): Pick<PublicStep, 'code' | 'note' | 'language'> {
  if (step.verb === 'release') return decision ?? SILENT;
  return state === 'under_review' ? SILENT : step;
}
