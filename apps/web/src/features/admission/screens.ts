import { type ComponentType, lazy } from 'react';

/**
 * The screens of admission, each fetched when it is opened. They stand behind one door so that the first load, which
 * knows every door of the product, knows of one here.
 */
export const ApplyPage: ComponentType = lazy(async () => ({
  default: (await import('./apply-page.js')).ApplyPage,
}));
export const ApplicationPage: ComponentType = lazy(async () => ({
  default: (await import('./application-page.js')).ApplicationPage,
}));
export const RecommendationsPage: ComponentType = lazy(async () => ({
  default: (await import('./recommendations-page.js')).RecommendationsPage,
}));
export const RecommendationPage: ComponentType = lazy(async () => ({
  default: (await import('./recommendation-page.js')).RecommendationPage,
}));
export const ReviewsPage: ComponentType = lazy(async () => ({
  default: (await import('./reviews-page.js')).ReviewsPage,
}));
export const ReviewPage: ComponentType = lazy(async () => ({
  default: (await import('./review-page.js')).ReviewPage,
}));
export const AdmissionsPage: ComponentType = lazy(async () => ({
  default: (await import('./admissions-page.js')).AdmissionsPage,
}));
export const AdmissionPage: ComponentType = lazy(async () => ({
  default: (await import('./admission-page.js')).AdmissionPage,
}));
