import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readOpportunitySearch } from '../../features/opportunities/opportunity-search.js';
import { withWords } from './root-route.js';
import { organization } from './signed-in-routes.js';

const load = withWords(() => import('../../features/opportunities/screens.js'), 'opportunities', 'matches');
const getParentRoute = () => organization;

const opportunities = createRoute({
  getParentRoute,
  path: '/opportunities',
  validateSearch: readOpportunitySearch,
  component: lazyRouteComponent(load, 'OpportunitiesPage'),
});
const desk = createRoute({
  getParentRoute,
  path: '/opportunities/desk',
  component: lazyRouteComponent(load, 'OpportunityDeskPage'),
});
const reviews = createRoute({
  getParentRoute,
  path: '/opportunities/reviews',
  component: lazyRouteComponent(load, 'OpportunityReviewsPage'),
});
const opportunity = createRoute({
  getParentRoute,
  path: '/opportunities/$opportunityId',
  component: lazyRouteComponent(load, 'OpportunityPage'),
});
/** `new` is a draft the server does not know yet. */
const editor = createRoute({
  getParentRoute,
  path: '/opportunities/$opportunityId/edit',
  component: lazyRouteComponent(load, 'OpportunityEditorPage'),
});

/** What is looked for: the list, the own desk, the secretariat's, one of them, and its editor. */
export const opportunityRoutes = [opportunities, desk, reviews, opportunity, editor] as const;
