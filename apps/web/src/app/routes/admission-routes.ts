import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readAdmissionsSearch, readApplicationSearch } from '../../features/admission/admission-search.js';
import { withWords } from './root-route.js';
import { organization, signedIn } from './signed-in-routes.js';

/** Where a person without an organization begins. */
export const apply = createRoute({
  getParentRoute: () => signedIn,
  path: '/apply',
  component: lazyRouteComponent(
    withWords(() => import('../../features/admission/apply-page.js')),
    'ApplyPage',
  ),
});
const application = createRoute({
  getParentRoute: () => organization,
  path: '/application',
  validateSearch: readApplicationSearch,
  component: lazyRouteComponent(
    withWords(() => import('../../features/admission/application-page.js')),
    'ApplicationPage',
  ),
});
const recommendations = createRoute({
  getParentRoute: () => organization,
  path: '/recommendations',
  component: lazyRouteComponent(
    withWords(() => import('../../features/admission/recommendations-page.js')),
    'RecommendationsPage',
  ),
});
const recommendation = createRoute({
  getParentRoute: () => organization,
  path: '/recommendations/$recommendationId',
  component: lazyRouteComponent(
    withWords(() => import('../../features/admission/recommendation-page.js')),
    'RecommendationPage',
  ),
});
const reviews = createRoute({
  getParentRoute: () => organization,
  path: '/application-reviews',
  component: lazyRouteComponent(
    withWords(() => import('../../features/admission/reviews-page.js')),
    'ReviewsPage',
  ),
});
const review = createRoute({
  getParentRoute: () => organization,
  path: '/application-reviews/$reviewId',
  component: lazyRouteComponent(
    withWords(() => import('../../features/admission/review-page.js')),
    'ReviewPage',
  ),
});
const admissions = createRoute({
  getParentRoute: () => organization,
  path: '/admissions',
  validateSearch: readAdmissionsSearch,
  component: lazyRouteComponent(
    withWords(() => import('../../features/admission/admissions-page.js')),
    'AdmissionsPage',
  ),
});
const admission = createRoute({
  getParentRoute: () => organization,
  path: '/admissions/$applicationId',
  component: lazyRouteComponent(
    withWords(() => import('../../features/admission/admission-page.js')),
    'AdmissionPage',
  ),
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
