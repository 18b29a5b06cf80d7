import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { withWords } from './root-route.js';
import { organization } from './signed-in-routes.js';

const load = withWords(() => import('../../features/consulting/screens.js'), 'consulting-way');
const getParentRoute = () => organization;

const consulting = createRoute({
  getParentRoute,
  path: '/consulting',
  component: lazyRouteComponent(load, 'ConsultingPage'),
});
/** `new` is a draft the server does not know yet. */
const consultingRequest = createRoute({
  getParentRoute,
  path: '/consulting/$requestId',
  component: lazyRouteComponent(load, 'RequestPage'),
});
const caseLibrary = createRoute({
  getParentRoute,
  path: '/case-library',
  component: lazyRouteComponent(load, 'LibraryPage'),
});
const calendars = createRoute({
  getParentRoute,
  path: '/calendars',
  component: lazyRouteComponent(load, 'CalendarsPage'),
});

/** Requests, the desk and what experts are asked; the library of cases; what the secretariat keeps for both. */
export const consultingRoutes = [consulting, consultingRequest, caseLibrary, calendars] as const;
