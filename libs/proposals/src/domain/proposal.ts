import {
  type ChangesOf,
  money,
  type Money,
  patched,
  period,
  type Period,
  saidOrNull,
  within,
} from '#libs/kernel';
import type { FrozenDossier, ProposalStage } from './dossier.js';
import type { ProposalState, Staged } from './proposal-states.js';

/** What an organization proposes. A draft needs a title and its language; the rest may still be open. */
export interface ProposalContent {
  readonly title: string;
  /** BCP 47 language of title, summary and partnersSought. */
  readonly language: string;
  readonly summary: string | null;
  /** Whom the proposer looks for, in words. */
  readonly partnersSought: string | null;
  /** Taxonomy codes. */
  readonly themes: readonly string[];
  readonly collaboration: readonly string[];
  readonly sdgTargets: readonly string[];
  readonly budget: Money | null;
  readonly period: Period | null;
}

/** Proof of a submission: what was frozen, by the SHA-256 of its canonical JSON, and when. */
export interface SubmissionReceipt {
  readonly number: number;
  readonly sha256: string;
  readonly submittedAt: Date;
}

/** The call a proposal answers. */
export interface CallOfProposal {
  readonly callId: string;
  /** The version of the call's terms its people have seen. */
  readonly callVersion: number;
  /** Who runs the call. */
  readonly callOrganizationId: string;
  readonly stage: ProposalStage;
}

export interface Proposal extends ProposalContent, Staged {
  readonly id: string;
  readonly organizationId: string;
  readonly createdBy: string;
  readonly state: ProposalState;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly receipt: SubmissionReceipt | null;
  /** Null: it answers no call. */
  readonly call: CallOfProposal | null;
  /** What may be changed while more is asked for; null is everything. */
  readonly reopenedFields: readonly string[] | null;
  /** Until when what was asked for is awaited. */
  readonly dueAt: Date | null;
}

/** What is frozen: the content and, where there is more, the dossier. */
export interface FrozenContent extends ProposalContent {
  readonly dossier?: FrozenDossier;
}

/** A content as it was handed in, never changed again. */
export interface ProposalVersion extends SubmissionReceipt {
  readonly proposalId: string;
  readonly submittedBy: string;
  readonly content: FrozenContent;
}

/** Fields as they are sent: left out is unchanged, null is cleared. */
export type ProposalChanges = ChangesOf<ProposalContent, 'title' | 'language'>;

const BLANK: Omit<ProposalContent, 'title' | 'language'> = {
  summary: null,
  partnersSought: null,
  themes: [],
  collaboration: [],
  sdgTargets: [],
  budget: null,
  period: null,
};

/** The content of a new draft. Throws `request/invalid` for an impossible budget or period. */
export function newContent(
  input: ProposalChanges & Pick<ProposalContent, 'title' | 'language'>,
): ProposalContent {
  return changedContent({ ...BLANK, title: input.title, language: input.language }, input);
}

/** `content` with the sent fields replaced. Throws `request/invalid` for an impossible budget or period. */
export function changedContent(content: ProposalContent, changes: ProposalChanges): ProposalContent {
  return {
    title: patched(changes.title, content.title, content.title).trim(),
    language: patched(changes.language, content.language, content.language),
    summary: saidOrNull(patched(changes.summary, content.summary, null)),
    partnersSought: saidOrNull(patched(changes.partnersSought, content.partnersSought, null)),
    themes: patched(changes.themes, content.themes, []),
    collaboration: patched(changes.collaboration, content.collaboration, []),
    sdgTargets: patched(changes.sdgTargets, content.sdgTargets, []),
    budget: checkedBudget(patched(changes.budget, content.budget, null)),
    period: checkedPeriod(patched(changes.period, content.period, null)),
  };
}

/** The content of a proposal alone: what is frozen at submission. */
export function contentOf(proposal: ProposalContent): ProposalContent {
  const { title, language, summary, partnersSought, themes, collaboration, sdgTargets, budget } = proposal;
  return {
    title,
    language,
    summary,
    partnersSought,
    themes,
    collaboration,
    sdgTargets,
    budget,
    period: proposal.period,
  };
}

function checkedBudget(budget: Money | null): Money | null {
  return budget && within('/budget', () => money(budget.amountMinor, budget.currency));
}

function checkedPeriod(days: Period | null): Period | null {
  return days && within('/period', () => period(days.from, days.to));
}
