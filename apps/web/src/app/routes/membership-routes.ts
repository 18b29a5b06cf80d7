import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { withWords } from './root-route.js';
import { organization } from './signed-in-routes.js';

const membership = createRoute({
  getParentRoute: () => organization,
  path: '/membership',
  component: lazyRouteComponent(
    withWords(() => import('../../features/membership/membership-page.js')),
    'MembershipPage',
  ),
});
const votes = createRoute({
  getParentRoute: () => organization,
  path: '/votes',
  component: lazyRouteComponent(
    withWords(() => import('../../features/membership/votes-page.js')),
    'VotesPage',
  ),
});
const vote = createRoute({
  getParentRoute: () => organization,
  path: '/votes/$voteId',
  component: lazyRouteComponent(
    withWords(() => import('../../features/membership/vote-page.js')),
    'VotePage',
  ),
});
const minutes = createRoute({
  getParentRoute: () => organization,
  path: '/votes/$voteId/minutes',
  component: lazyRouteComponent(
    withWords(() => import('../../features/membership/minutes-page.js')),
    'MinutesPage',
  ),
});
const desk = createRoute({
  getParentRoute: () => organization,
  path: '/membership-desk',
  component: lazyRouteComponent(
    withWords(() => import('../../features/membership/desk-page.js')),
    'DeskPage',
  ),
});
const deskMembership = createRoute({
  getParentRoute: () => organization,
  path: '/membership-desk/$membershipId',
  component: lazyRouteComponent(
    withWords(() => import('../../features/membership/desk-membership-page.js')),
    'DeskMembershipPage',
  ),
});

/** Membership of the TPO, votes of its Executive Committee, and the secretariat's desk for both. */
export const membershipRoutes = [membership, votes, vote, minutes, desk, deskMembership] as const;
