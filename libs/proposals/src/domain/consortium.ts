import { defineTransitions } from '#libs/kernel';

export const PARTNER_STATES = ['invited', 'accepted', 'declined', 'left', 'removed'] as const;
export type PartnerState = (typeof PARTNER_STATES)[number];
export type PartnerVerb = 'accept' | 'decline' | 'leave' | 'remove' | 'invite-again';

const LEAD = 'the proposing organization';
const PARTNER = 'the partner organization';

/** An organization's place in a consortium. */
export const partnerTransitions = defineTransitions<PartnerState, PartnerVerb>({
  feature: 'proposal-partner',
  initial: 'invited',
  states: PARTNER_STATES,
  transitions: {
    accept: { from: ['invited'], to: 'accepted', actor: PARTNER, event: 'proposal.partner-accepted' },
    decline: { from: ['invited'], to: 'declined', actor: PARTNER, event: 'proposal.partner-declined' },
    leave: { from: ['accepted'], to: 'left', actor: PARTNER, event: 'proposal.partner-left' },
    remove: {
      from: ['invited', 'accepted'],
      to: 'removed',
      actor: LEAD,
      event: 'proposal.partner-removed',
    },
    'invite-again': {
      from: ['declined', 'left', 'removed'],
      to: 'invited',
      actor: LEAD,
      event: 'proposal.partner-invited',
    },
  },
});

export interface ProposalPartner {
  readonly id: string;
  readonly proposalId: string;
  readonly organizationId: string;
  readonly state: PartnerState;
  /** What it does in the project. */
  readonly task: string | null;
  /** Its part of the budget, in the budget's currency. */
  readonly shareMinor: number | null;
  readonly signedSha256: string | null;
  readonly signedBy: string | null;
  readonly signedAt: Date | null;
  readonly createdAt: Date;
}

export const COAUTHOR_ACCESS = ['view', 'comment', 'edit'] as const;
export type CoauthorAccess = (typeof COAUTHOR_ACCESS)[number];
export const COAUTHOR_STATES = ['invited', 'accepted', 'declined', 'expired', 'removed'] as const;
export type CoauthorState = (typeof COAUTHOR_STATES)[number];
export type CoauthorVerb = 'accept' | 'decline' | 'expire' | 'remove';

/** A person's place among those who write. */
export const coauthorTransitions = defineTransitions<CoauthorState, CoauthorVerb>({
  feature: 'proposal-coauthor',
  initial: 'invited',
  states: COAUTHOR_STATES,
  transitions: {
    accept: {
      from: ['invited'],
      to: 'accepted',
      actor: 'the invited person',
      event: 'proposal.coauthor-answered',
    },
    decline: {
      from: ['invited'],
      to: 'declined',
      actor: 'the invited person',
      event: 'proposal.coauthor-answered',
    },
    expire: { from: ['invited'], to: 'expired', actor: 'a clock', event: 'proposal.coauthor-expired' },
    remove: { from: ['invited', 'accepted'], to: 'removed', actor: LEAD },
  },
});

/** For so many days an invitation to write along holds. */
export const COAUTHOR_DAYS = 14;

export interface Coauthor {
  readonly id: string;
  readonly proposalId: string;
  readonly personId: string;
  /** For which organization of the consortium. */
  readonly organizationId: string;
  readonly access: CoauthorAccess;
  readonly state: CoauthorState;
  readonly invitedBy: string;
  readonly expiresAt: Date;
  /** By the clock of the database. */
  readonly isOver: boolean;
  readonly createdAt: Date;
}

export const LETTER_STATES = ['asked', 'given', 'declined', 'revoked'] as const;
export type LetterState = (typeof LETTER_STATES)[number];
export type LetterVerb = 'give' | 'decline' | 'revoke' | 'ask-again';

const SIGNATORY = 'a signatory of the city';

/** A city's letter of support. */
export const letterTransitions = defineTransitions<LetterState, LetterVerb>({
  feature: 'proposal-letter',
  initial: 'asked',
  states: LETTER_STATES,
  transitions: {
    give: { from: ['asked'], to: 'given', actor: SIGNATORY, event: 'proposal.letter-given' },
    decline: { from: ['asked'], to: 'declined', actor: SIGNATORY, event: 'proposal.letter-declined' },
    revoke: { from: ['given'], to: 'revoked', actor: SIGNATORY, event: 'proposal.letter-revoked' },
    'ask-again': {
      from: ['declined', 'revoked'],
      to: 'asked',
      actor: LEAD,
      event: 'proposal.letter-asked',
    },
  },
});

export interface SupportLetter {
  readonly id: string;
  readonly proposalId: string;
  /** The city. */
  readonly organizationId: string;
  readonly state: LetterState;
  readonly body: string | null;
  /** BCP 47 of the body. */
  readonly language: string | null;
  /** YYYY-MM-DD, the day it was given by the clock of the database. */
  readonly dated: string | null;
  readonly sha256: string | null;
  readonly signedBy: string | null;
  readonly revokedAt: Date | null;
  /** Why it was declined or revoked. */
  readonly reason: string | null;
  readonly createdAt: Date;
}

/** A file that goes with the proposal. */
export interface Annex {
  readonly id: string;
  readonly proposalId: string;
  readonly fileId: string;
  readonly title: string;
  /** The question of the form it answers. */
  readonly questionKey: string | null;
  /** SHA-256 of its bytes, in hexadecimal. */
  readonly sha256: string;
  readonly addedBy: string;
  readonly createdAt: Date;
}

/** A proposal of others with a part in it for the asking organization or person. */
export interface ProposalPart {
  readonly proposalId: string;
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  /** Who leads it. */
  readonly organizationId: string;
  readonly updatedAt: Date;
  readonly partner: PartnerState | null;
  readonly letter: LetterState | null;
  readonly coauthorId: string | null;
  readonly coauthorState: 'invited' | 'accepted' | null;
  readonly coauthorAccess: CoauthorAccess | null;
}
