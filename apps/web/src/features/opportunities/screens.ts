import { type ComponentType, lazy } from 'react';

/**
 * The screens of opportunities, each fetched when it is opened. They stand behind one door so that the first load,
 * which knows every door of the product, knows of one here.
 */
export const OpportunitiesPage: ComponentType = lazy(async () => ({
  default: (await import('./opportunities-page.js')).OpportunitiesPage,
}));
export const OpportunityPage: ComponentType = lazy(async () => ({
  default: (await import('./opportunity-page.js')).OpportunityPage,
}));
export const OpportunityEditorPage: ComponentType = lazy(async () => ({
  default: (await import('./opportunity-editor-page.js')).OpportunityEditorPage,
}));
export const OpportunityDeskPage: ComponentType = lazy(async () => ({
  default: (await import('./opportunity-desk-page.js')).OpportunityDeskPage,
}));
export const OpportunityReviewsPage: ComponentType = lazy(async () => ({
  default: (await import('./opportunity-reviews-page.js')).OpportunityReviewsPage,
}));
