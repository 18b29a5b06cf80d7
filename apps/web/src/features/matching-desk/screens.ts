import { type ComponentType, lazy } from 'react';

/** What the secretariat alone sees of matching, each screen fetched when it is opened. */
export const MarketHealthPage: ComponentType = lazy(async () => ({
  default: (await import('./market-health-page.js')).MarketHealthPage,
}));
export const WeightsPage: ComponentType = lazy(async () => ({
  default: (await import('./weights-page.js')).WeightsPage,
}));
export const WeightsVersionPage: ComponentType = lazy(async () => ({
  default: (await import('./weights-version-page.js')).WeightsVersionPage,
}));
export const RunsPage: ComponentType = lazy(async () => ({
  default: (await import('./runs-page.js')).RunsPage,
}));
