import { defineJob } from '#libs/platform/queue';

interface OfMembership {
  readonly membershipId: string;
}
interface OfVote {
  readonly voteId: string;
}
interface OfParticipant {
  readonly organizationId: string;
}

/** Lets a paid term lapse and an unpaid or suspended membership expire. */
export const MOVE_DUE_MEMBERSHIP = defineJob<OfMembership>({ name: 'move-due-membership', queue: 'default' });
export const REMIND_OF_FEE = defineJob<OfMembership>({ name: 'remind-of-fee', queue: 'default' });
export const CLOSE_VOTE = defineJob<OfVote>({ name: 'close-vote', queue: 'default' });
export const REMIND_VOTERS = defineJob<OfVote>({ name: 'remind-voters', queue: 'default' });
/** Hides a participant that did not confirm, and closes one that stayed hidden. */
export const MOVE_DUE_PARTICIPANT = defineJob<OfParticipant>({
  name: 'move-due-participant',
  queue: 'default',
});
export const REMIND_PARTICIPANT = defineJob<OfParticipant>({ name: 'remind-participant', queue: 'default' });
