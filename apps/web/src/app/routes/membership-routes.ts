import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { withWords } from './root-route.js';
import { organization } from './signed-in-routes.js';

const load = withWords(() => import('../../features/membership/screens.js'), 'membership');

const membership = createRoute({
  getParentRoute: () => organization,
  path: '/membership',
  component: lazyRouteComponent(load, 'MembershipPage'),
});
const votes = createRoute({
  getParentRoute: () => organization,
  path: '/votes',
  component: lazyRouteComponent(load, 'VotesPage'),
});
const vote = createRoute({
  getParentRoute: () => organization,
  path: '/votes/$voteId',
  component: lazyRouteComponent(load, 'VotePage'),
});
const minutes = createRoute({
  getParentRoute: () => organization,
  path: '/votes/$voteId/minutes',
  component: lazyRouteComponent(load, 'MinutesPage'),
});
const desk = createRoute({
  getParentRoute: () => organization,
  path: '/membership-desk',
  component: lazyRouteComponent(load, 'DeskPage'),
});
const deskMembership = createRoute({
  getParentRoute: () => organization,
  path: '/membership-desk/$membershipId',
  component: lazyRouteComponent(load, 'DeskMembershipPage'),
});

/** Membership of the TPO, votes of its Executive Committee, and the secretariat's desk for both. */
export const membershipRoutes = [membership, votes, vote, minutes, desk, deskMembership] as const;
