import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { withWords } from './root-route.js';
import { organization } from './signed-in-routes.js';

const getParentRoute = () => organization;

const consulting = createRoute({
  getParentRoute,
  path: '/consulting',
  component: lazyRouteComponent(
    withWords(() => import('../../features/consulting/consulting-page.js'), 'consulting-way'),
    'ConsultingPage',
  ),
});
/** `new` is a draft the server does not know yet. */
const consultingRequest = createRoute({
  getParentRoute,
  path: '/consulting/$requestId',
  component: lazyRouteComponent(
    withWords(() => import('../../features/consulting/request-page.js'), 'consulting-way'),
    'RequestPage',
  ),
});
const caseLibrary = createRoute({
  getParentRoute,
  path: '/case-library',
  component: lazyRouteComponent(
    withWords(() => import('../../features/consulting/library-page.js'), 'consulting-way'),
    'LibraryPage',
  ),
});
const calendars = createRoute({
  getParentRoute,
  path: '/calendars',
  component: lazyRouteComponent(
    withWords(() => import('../../features/consulting/calendars-page.js'), 'consulting-way'),
    'CalendarsPage',
  ),
});

/** Requests, the desk and what experts are asked; the library of cases; what the secretariat keeps for both. */
export const consultingRoutes = [consulting, consultingRequest, caseLibrary, calendars] as const;
