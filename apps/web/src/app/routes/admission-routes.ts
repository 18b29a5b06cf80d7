import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readAdmissionsSearch, readApplicationSearch } from '../../features/admission/admission-search.js';
import { withWords } from './root-route.js';
import { organization, signedIn } from './signed-in-routes.js';

const load = withWords(() => import('../../features/admission/screens.js'), 'admission');
const getParentRoute = () => organization;

/** Where a person without an organization begins. */
export const apply = createRoute({
  getParentRoute: () => signedIn,
  path: '/apply',
  component: lazyRouteComponent(load, 'ApplyPage'),
});
const application = createRoute({
  getParentRoute,
  path: '/application',
  validateSearch: readApplicationSearch,
  component: lazyRouteComponent(load, 'ApplicationPage'),
});
const recommendations = createRoute({
  getParentRoute,
  path: '/recommendations',
  component: lazyRouteComponent(load, 'RecommendationsPage'),
});
const recommendation = createRoute({
  getParentRoute,
  path: '/recommendations/$recommendationId',
  component: lazyRouteComponent(load, 'RecommendationPage'),
});
const reviews = createRoute({
  getParentRoute,
  path: '/application-reviews',
  component: lazyRouteComponent(load, 'ReviewsPage'),
});
const review = createRoute({
  getParentRoute,
  path: '/application-reviews/$reviewId',
  component: lazyRouteComponent(load, 'ReviewPage'),
});
const admissions = createRoute({
  getParentRoute,
  path: '/admissions',
  validateSearch: readAdmissionsSearch,
  component: lazyRouteComponent(load, 'AdmissionsPage'),
});
const admission = createRoute({
  getParentRoute,
  path: '/admissions/$applicationId',
  component: lazyRouteComponent(load, 'AdmissionPage'),
});

/** Applications, recommendations, reviews of entry proposals, and the secretariat's desk for all of them. */
export const admissionRoutes = [
  application,
  recommendations,
  recommendation,
  reviews,
  review,
  admissions,
  admission,
] as const;
