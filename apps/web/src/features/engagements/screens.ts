import { type ComponentType, lazy } from 'react';

/** The screens of engagements, each fetched when it is opened; one door for the first load. */
export const EngagementsPage: ComponentType = lazy(async () => ({
  default: (await import('./engagements-page.js')).EngagementsPage,
}));
export const EngagementPage: ComponentType = lazy(async () => ({
  default: (await import('./engagement-page.js')).EngagementPage,
}));
