import { defineTransitions } from '#libs/kernel';

export type OwnershipOfferState = 'open' | 'accepted' | 'declined' | 'withdrawn';
export type OwnershipOfferVerb = 'accept' | 'decline' | 'withdraw';

/** What becomes of an offered ownership. */
export const ownershipOfferTransitions = defineTransitions<OwnershipOfferState, OwnershipOfferVerb>({
  feature: 'ownership',
  initial: 'open',
  states: ['open', 'accepted', 'declined', 'withdrawn'],
  transitions: {
    accept: { from: ['open'], to: 'accepted', actor: 'the successor', event: 'ownership.accepted' },
    decline: { from: ['open'], to: 'declined', actor: 'the successor', event: 'ownership.declined' },
    withdraw: {
      from: ['open'],
      to: 'withdrawn',
      actor: 'an owner, or the end of one of the seats',
      event: 'ownership.withdrawn',
    },
  },
});

export interface OwnershipOffer {
  readonly id: string;
  readonly organizationId: string;
  readonly fromPersonId: string;
  readonly toPersonId: string;
  readonly state: OwnershipOfferState;
  readonly version: number;
  readonly createdAt: Date;
}
