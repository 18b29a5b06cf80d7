import { type ComponentType, lazy } from 'react';

/**
 * The screens of full membership, each fetched when it is opened. They stand behind one door so that the first load,
 * which knows every door of the product, knows of one here.
 */
export const MembershipPage: ComponentType = lazy(async () => ({
  default: (await import('./membership-page.js')).MembershipPage,
}));
export const VotesPage: ComponentType = lazy(async () => ({
  default: (await import('./votes-page.js')).VotesPage,
}));
export const VotePage: ComponentType = lazy(async () => ({
  default: (await import('./vote-page.js')).VotePage,
}));
export const MinutesPage: ComponentType = lazy(async () => ({
  default: (await import('./minutes-page.js')).MinutesPage,
}));
export const DeskPage: ComponentType = lazy(async () => ({
  default: (await import('./desk-page.js')).DeskPage,
}));
export const DeskMembershipPage: ComponentType = lazy(async () => ({
  default: (await import('./desk-membership-page.js')).DeskMembershipPage,
}));
