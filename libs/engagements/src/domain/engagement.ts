import { splitByShares } from '#libs/kernel';
import type { EngagementState, FrozenState } from './engagement-states.js';

/** Days. */
export const SIGNATURE_DAYS = 30;
export const MINUTES_DAYS = 5;
/** Until who has not answered what was handed over is reminded. */
export const SILENCE_DAYS = 10;
/** From the reminder to the secretariat. */
export const ESCALATION_DAYS = 5;
export const RATING_DAYS = 14;
export const DECISION_WORKING_DAYS = 10;

/** The two who work together. */
export const SIDES = ['consultant', 'requester'] as const;
export type Side = (typeof SIDES)[number];

export const otherSide = (side: Side): Side => (side === 'consultant' ? 'requester' : 'consultant');

/** A person speaking for an organization. */
export interface Contact {
  readonly organizationId: string;
  readonly personId: string;
}

export interface Engagement {
  readonly id: string;
  readonly requestId: string;
  readonly title: string;
  /** BCP 47 of the terms. */
  readonly language: string;
  readonly terms: EngagementTerms;
  /** SHA-256 of the terms; what is signed. */
  readonly termsHash: string;
  /** Taxonomy codes. */
  readonly areas: readonly string[];
  readonly isConfidential: boolean;
  readonly requester: Contact;
  readonly consultant: Contact;
  readonly conversationId: string | null;
  readonly state: EngagementState;
  /** What a dispute froze. */
  readonly frozenState: FrozenState | null;
  readonly signatureDueAt: Date;
  readonly begunAt: Date | null;
  readonly acceptedAt: Date | null;
  /** When sealed ratings open at the latest. */
  readonly ratingsDueAt: Date | null;
  readonly ratingsOpenedAt: Date | null;
  readonly endedAt: Date | null;
  readonly endReason: string | null;
  readonly endLanguage: string | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** What was agreed on, as it is printed and signed. Locked from the start; plain JSON. */
export interface EngagementTerms {
  readonly requestId: string;
  readonly quoteId: string;
  readonly quoteVersion: number;
  /** Title and goal are those of the request, in its language; all else is in the language of the quote. */
  readonly requestLanguage: string;
  readonly title: string;
  readonly goal: string | null;
  /** BCP 47. */
  readonly language: string;
  readonly scope: string;
  readonly sessions: number;
  readonly deliverables: readonly { readonly title: string; readonly dueDay: string | null }[];
  /** Minor units of `currency`. */
  readonly feeMinor: number;
  readonly taxMinor: number;
  readonly currency: string;
  readonly requesterId: string;
  readonly consultantId: string;
  readonly costBearers: readonly { readonly organizationId: string; readonly shareBasisPoints: number }[];
}

export const PARTY_SIDES = ['consultant', 'requester', 'bearer'] as const;
export type PartySide = (typeof PARTY_SIDES)[number];

/** Who signs. A requester that bears a part of the cost confirms it with the one signature. */
export interface Party {
  readonly id: string;
  readonly organizationId: string;
  readonly side: PartySide;
  /** 10,000 is the whole. */
  readonly shareBasisPoints: number;
  readonly signedBy: string | null;
  readonly signedAt: Date | null;
}

/** The parties whose turn it is: the consultant, then the requester, then all who bear the cost. */
export function nextToSign(parties: readonly Party[]): Party[] {
  for (const side of PARTY_SIDES) {
    const waiting = parties.filter((party) => party.side === side && party.signedAt === null);
    if (waiting.length > 0) return waiting;
  }
  return [];
}

/** What each party that bears a share owes of an amount, in minor units, by the id of the party. */
export function partsOf(amountMinor: number, parties: readonly Party[]): Map<string, number> {
  const bearers = parties.filter(({ shareBasisPoints }) => shareBasisPoints > 0);
  const parts = splitByShares(amountMinor, bearers);
  return new Map(bearers.map(({ id }, at) => [id, parts[at] ?? 0]));
}
