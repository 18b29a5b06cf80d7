import { defineTransitions, WrongState } from '#libs/kernel';

export const PROPOSAL_STATES = [
  'draft',
  'submitted',
  'screening',
  'more_info',
  'in_review',
  'discussion',
  'revision_requested',
  'ready_for_decision',
  'accepted',
  'conditional',
  'waitlisted',
  'rejected',
  'withdrawn',
] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

/** What applicants and everybody else outside the reviewing body see: no internal step, no undisclosed decision. */
export const PUBLIC_PROPOSAL_STATES = [
  'draft',
  'submitted',
  'under_review',
  'more_info',
  'revision_requested',
  'accepted',
  'conditional',
  'waitlisted',
  'rejected',
  'withdrawn',
] as const;
export type PublicProposalState = (typeof PUBLIC_PROPOSAL_STATES)[number];

export const PROPOSAL_DECISIONS = ['accepted', 'conditional', 'waitlisted', 'rejected'] as const;
export type ProposalDecision = (typeof PROPOSAL_DECISIONS)[number];

export type ProposalVerb =
  | 'submit'
  | 'withdraw'
  | 'reopen'
  | 'screen'
  | 'ask-more'
  | 'supply'
  | 'readmit'
  | 'reject'
  | 'start-review'
  | 'discuss'
  | 'request-revision'
  | 'revise'
  | 'lapse'
  | 'make-ready'
  | 'accept'
  | 'accept-conditionally'
  | 'waitlist'
  | 'decline'
  | 'take-back'
  | 'fulfil'
  | 'advance';

const OWN = 'the proposing organization';
const OFFICER = 'an officer of the organization that runs the call';
const CHAIR = 'the chair of the review';
const BODY = 'the deciding body';
const SYSTEM = 'a clock';

/**
 * The life of a proposal. Without a call it is handed in and perhaps withdrawn, no more. In a call every step of its
 * assessment is one verb; what applicants see of it is {@link publicState}.
 */
export const proposalTransitions = defineTransitions<ProposalState, ProposalVerb>({
  feature: 'proposal',
  initial: 'draft',
  states: PROPOSAL_STATES,
  transitions: {
    submit: { from: ['draft'], to: 'submitted', actor: OWN, event: 'proposal.submitted' },
    withdraw: {
      from: PROPOSAL_STATES.filter((state) => state !== 'draft' && state !== 'withdrawn'),
      to: 'withdrawn',
      actor: `${OWN}, until its decision is public`,
      event: 'proposal.withdrawn',
    },
    reopen: { from: ['withdrawn'], to: 'draft', actor: `${OWN}, before the deadline` },
    screen: { from: ['submitted'], to: 'screening', actor: OFFICER, event: 'proposal.moved' },
    'ask-more': {
      from: ['screening'],
      to: 'more_info',
      actor: OFFICER,
      event: 'proposal.more-info-asked',
    },
    supply: { from: ['more_info'], to: 'screening', actor: OWN, event: 'proposal.supplied' },
    readmit: {
      from: ['more_info', 'rejected'],
      to: 'screening',
      actor: `${OFFICER}, or ${SYSTEM}`,
      event: 'proposal.moved',
    },
    reject: { from: ['screening'], to: 'rejected', actor: OFFICER, event: 'proposal.moved' },
    'start-review': { from: ['screening'], to: 'in_review', actor: OFFICER, event: 'proposal.moved' },
    discuss: { from: ['in_review'], to: 'discussion', actor: CHAIR, event: 'proposal.moved' },
    'request-revision': {
      from: ['discussion'],
      to: 'revision_requested',
      actor: CHAIR,
      event: 'proposal.revision-requested',
    },
    revise: { from: ['revision_requested'], to: 'in_review', actor: OWN, event: 'proposal.supplied' },
    lapse: { from: ['revision_requested'], to: 'discussion', actor: SYSTEM, event: 'proposal.moved' },
    'make-ready': {
      from: ['discussion'],
      to: 'ready_for_decision',
      actor: CHAIR,
      event: 'proposal.moved',
    },
    accept: {
      from: ['ready_for_decision', 'waitlisted'],
      to: 'accepted',
      actor: BODY,
      event: 'proposal.moved',
    },
    'accept-conditionally': {
      from: ['ready_for_decision', 'waitlisted'],
      to: 'conditional',
      actor: BODY,
      event: 'proposal.moved',
    },
    waitlist: { from: ['ready_for_decision'], to: 'waitlisted', actor: BODY, event: 'proposal.moved' },
    decline: {
      from: ['ready_for_decision', 'waitlisted'],
      to: 'rejected',
      actor: BODY,
      event: 'proposal.moved',
    },
    'take-back': {
      from: PROPOSAL_DECISIONS,
      to: 'ready_for_decision',
      actor: `${BODY}, until the decision is public`,
      event: 'proposal.moved',
    },
    fulfil: { from: ['conditional'], to: 'accepted', actor: OFFICER, event: 'proposal.moved' },
    advance: {
      from: ['accepted', 'conditional'],
      to: 'draft',
      actor: 'the release of a concept that passed',
      event: 'proposal.advanced',
    },
  },
});

/** The verb that makes a decision. */
export const DECISION_VERBS = {
  accepted: 'accept',
  conditional: 'accept-conditionally',
  waitlisted: 'waitlist',
  rejected: 'decline',
} as const satisfies Record<ProposalDecision, ProposalVerb>;

export interface Staged {
  readonly state: ProposalState;
  /** When its decision became public. */
  readonly releasedAt: Date | null;
}

const PUBLIC: Readonly<Record<ProposalState, PublicProposalState>> = {
  draft: 'draft',
  submitted: 'submitted',
  screening: 'under_review',
  more_info: 'more_info',
  in_review: 'under_review',
  discussion: 'under_review',
  revision_requested: 'revision_requested',
  ready_for_decision: 'under_review',
  accepted: 'accepted',
  conditional: 'conditional',
  waitlisted: 'waitlisted',
  rejected: 'rejected',
  withdrawn: 'withdrawn',
};

/** The second vocabulary. */
export function publicState({ state, releasedAt }: Staged): PublicProposalState {
  return isDecided(state) && releasedAt === null ? 'under_review' : PUBLIC[state];
}

/** The states behind a public one, and whether a decision among them is public. */
export function statesBehind(state: PublicProposalState): readonly ProposalState[] {
  if (state === 'under_review') return PROPOSAL_STATES.filter((one) => PUBLIC[one] === state);
  return [state];
}

export function isDecided(state: ProposalState): state is ProposalDecision {
  return (PROPOSAL_DECISIONS as readonly ProposalState[]).includes(state);
}

/**
 * The next state by a verb of the proposing side. A refusal names what its people may know of the state.
 *
 * @throws WrongState 409
 */
export function ownNextState(proposal: Staged, verb: ProposalVerb): ProposalState {
  if (!isPossible(proposal, verb)) throw new WrongState('proposal', verb, publicState(proposal));
  return proposalTransitions.transitions[verb].to;
}

/** Whether its people may take a step; withdrawing ends with a public decision, but for the waiting list. */
export function isPossible({ state, releasedAt }: Staged, verb: ProposalVerb): boolean {
  if (verb === 'withdraw' && releasedAt !== null && state !== 'waitlisted') return false;
  return proposalTransitions.transitions[verb].from.includes(state);
}

/** True while its people may write: all of a draft, the named fields while something was asked for. */
export function isWritable(state: ProposalState): boolean {
  return state === 'draft' || state === 'more_info' || state === 'revision_requested';
}

/** The verb by which what is written is handed in. */
export function handingInVerb(state: ProposalState): 'submit' | 'supply' | 'revise' {
  if (state === 'more_info') return 'supply';
  return state === 'revision_requested' ? 'revise' : 'submit';
}
