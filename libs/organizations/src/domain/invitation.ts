import type { OrganizationKind } from '#libs/contracts';
import { defineTransitions } from '#libs/kernel';

export type InvitationState = 'open' | 'accepted' | 'declined' | 'revoked' | 'expired';
export type InvitationVerb = 'accept' | 'decline' | 'revoke' | 'expire';

/** What becomes of an invitation. Sending it again leaves it open. */
export const invitationTransitions = defineTransitions<InvitationState, InvitationVerb>({
  feature: 'invitation',
  initial: 'open',
  states: ['open', 'accepted', 'declined', 'revoked', 'expired'],
  transitions: {
    accept: { from: ['open'], to: 'accepted', actor: 'the invited person', event: 'member.joined' },
    decline: { from: ['open'], to: 'declined', actor: 'the invited person' },
    revoke: { from: ['open'], to: 'revoked', actor: 'who manages the members' },
    expire: { from: ['open'], to: 'expired', actor: 'a clock' },
  },
});

/** For so many days an invitation holds unless it says otherwise. */
export const INVITATION_DAYS = 14;
export const MAX_INVITATION_DAYS = 60;

export interface Invitation {
  readonly id: string;
  readonly organizationId: string;
  /** Null once it is settled. */
  readonly email: string | null;
  readonly emailFolded: string | null;
  readonly role: string;
  readonly signatory: boolean;
  /** BCP 47. */
  readonly language: string;
  readonly state: InvitationState;
  readonly invitedBy: string;
  readonly expiresAt: Date;
  /** By the clock of the database. */
  readonly isOver: boolean;
  readonly version: number;
  readonly createdAt: Date;
}

/** An invitation as the invited person sees it. */
export interface ReceivedInvitation extends Invitation {
  readonly organizationName: string;
  readonly organizationNameLocal: string | null;
  readonly organizationSlug: string;
  readonly organizationKind: OrganizationKind;
}
