import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { withWords } from './root-route.js';
import { organization } from './signed-in-routes.js';

const load = withWords(() => import('../../features/engagements/screens.js'), 'engagements');
const getParentRoute = () => organization;

const engagements = createRoute({
  getParentRoute,
  path: '/engagements',
  component: lazyRouteComponent(load, 'EngagementsPage'),
});
const engagement = createRoute({
  getParentRoute,
  path: '/engagements/$engagementId',
  component: lazyRouteComponent(load, 'EngagementPage'),
});

/** Work on chosen quotes. */
export const engagementRoutes = [engagements, engagement] as const;
