import { type ComponentType, lazy } from 'react';

/** The screens of reviews, each fetched when it is opened; one door for the first load. */
export const ReviewsPage: ComponentType = lazy(async () => ({
  default: (await import('./reviews-page.js')).ReviewsPage,
}));
export const ReviewPage: ComponentType = lazy(async () => ({
  default: (await import('./review-page.js')).ReviewPage,
}));
export const ReviewDeskPage: ComponentType = lazy(async () => ({
  default: (await import('./review-desk-page.js')).ReviewDeskPage,
}));
export const ReviewAssignmentPage: ComponentType = lazy(async () => ({
  default: (await import('./assignment-page.js')).AssignmentPage,
}));
export const ReviewPanelPage: ComponentType = lazy(async () => ({
  default: (await import('./panel-page.js')).PanelPage,
}));
