export { ApplyForMembership } from './app/apply-for-membership.js';
export { AssignSeat, type AssignSeatInput } from './app/assign-seat.js';
export { PutToVote } from './app/put-to-vote.js';
export type { Membership } from './domain/membership.js';
export { MembershipModule } from './membership.module.js';
