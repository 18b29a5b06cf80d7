export { ApplyForMembership } from './app/apply-for-membership.js';
export { AssignSeat, type AssignSeatInput } from './app/assign-seat.js';
export { MoveDueMembership } from './app/move-due-membership.js';
export { MoveDueParticipant } from './app/move-due-participant.js';
export { PutToVote } from './app/put-to-vote.js';
export { VoteClock } from './app/vote-clock.js';
export type { Membership } from './domain/membership.js';
export { MembershipModule } from './membership.module.js';
