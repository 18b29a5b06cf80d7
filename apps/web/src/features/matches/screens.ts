import { type ComponentType, lazy } from 'react';

export { InterestsPage } from './interests-page.js';
export { MatchPage } from './match-page.js';
export { MatchesPage } from './matches-page.js';

/** For the secretariat alone, so fetched only when it is opened. */
export const MarketHealthPage: ComponentType = lazy(async () => ({
  default: (await import('./market-health-page.js')).MarketHealthPage,
}));
