import { defineTransitions } from '#libs/kernel';

export const INVITATION_STATES = ['invited', 'accepted', 'declined', 'expired', 'released'] as const;
export type InvitationState = (typeof INVITATION_STATES)[number];
export type InvitationVerb = 'accept' | 'decline' | 'expire' | 'release' | 'invite-again';

/** How an expert stands to a request. Whether an expert who accepted has handed in a quote is no state: it is sealed. */
export const invitationTransitions = defineTransitions<InvitationState, InvitationVerb>({
  feature: 'expert-invitation',
  initial: 'invited',
  states: INVITATION_STATES,
  transitions: {
    accept: {
      from: ['invited'],
      to: 'accepted',
      actor: 'the expert, who declares no conflict and confidentiality',
      event: 'expert-invitation.accepted',
    },
    decline: {
      from: ['invited', 'accepted'],
      to: 'declined',
      actor: 'the expert',
      event: 'expert-invitation.declined',
    },
    expire: {
      from: ['invited'],
      to: 'expired',
      actor: 'the system, after five days without an answer',
      event: 'expert-invitation.expired',
    },
    release: {
      from: ['invited', 'accepted'],
      to: 'released',
      actor: 'the system, when the request is settled',
      event: 'expert-invitation.released',
    },
    'invite-again': {
      from: ['declined', 'expired', 'released'],
      to: 'invited',
      actor: 'whoever invites experts to the request',
      event: 'expert-invitation.sent',
    },
  },
});
