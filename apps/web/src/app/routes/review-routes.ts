import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { withWords } from './root-route.js';
import { organization } from './signed-in-routes.js';

const load = withWords(() => import('../../features/reviews/screens.js'), 'reviews');
const getParentRoute = () => organization;

const reviews = createRoute({
  getParentRoute,
  path: '/reviews',
  component: lazyRouteComponent(load, 'ReviewsPage'),
});
const review = createRoute({
  getParentRoute,
  path: '/reviews/$reviewId',
  component: lazyRouteComponent(load, 'ReviewPage'),
});
const desk = createRoute({
  getParentRoute,
  path: '/review-desk/$callId',
  component: lazyRouteComponent(load, 'ReviewDeskPage'),
});
const assignment = createRoute({
  getParentRoute,
  path: '/review-desk/$callId/reviewers',
  component: lazyRouteComponent(load, 'ReviewAssignmentPage'),
});
const panel = createRoute({
  getParentRoute,
  path: '/review-desk/$callId/proposals/$proposalId',
  component: lazyRouteComponent(load, 'ReviewPanelPage'),
});

/** Duties to review, and the desk of a call: its sheet, its reviewers, and single proposals on it. */
export const reviewRoutes = [reviews, review, desk, assignment, panel] as const;
