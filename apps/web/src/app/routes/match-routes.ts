import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readMatchSearch } from '../../features/matches/match-search.js';
import { readHealthSearch } from '../../features/matching-desk/health-search.js';
import { readInterestSearch } from '../../lib/interest-search.js';
import { withWords } from './root-route.js';
import { organization } from './signed-in-routes.js';

const load = withWords(() => import('../../features/matches/screens.js'), 'matches');
const loadDesk = withWords(
  () => import('../../features/matching-desk/screens.js'),
  'matches',
  'matching-desk',
);
const getParentRoute = () => organization;

const matches = createRoute({
  getParentRoute,
  path: '/matches',
  validateSearch: readMatchSearch,
  component: lazyRouteComponent(load, 'MatchesPage'),
});
const match = createRoute({
  getParentRoute,
  path: '/matches/$matchId',
  component: lazyRouteComponent(load, 'MatchPage'),
});
const interests = createRoute({
  getParentRoute,
  path: '/interests',
  validateSearch: readInterestSearch,
  component: lazyRouteComponent(load, 'InterestsPage'),
});
const health = createRoute({
  getParentRoute,
  path: '/market-health',
  validateSearch: readHealthSearch,
  component: lazyRouteComponent(loadDesk, 'MarketHealthPage'),
});
const weights = createRoute({
  getParentRoute,
  path: '/matching-weights',
  component: lazyRouteComponent(loadDesk, 'WeightsPage'),
});
/** `new` is what is being drafted. */
const weightsVersion = createRoute({
  getParentRoute,
  path: '/matching-weights/$weightsId',
  component: lazyRouteComponent(loadDesk, 'WeightsVersionPage'),
});
const runs = createRoute({
  getParentRoute,
  path: '/matching-runs',
  component: lazyRouteComponent(loadDesk, 'RunsPage'),
});

/** Matches, the interest that follows from them, how the market does as a whole, and what everybody is compared by. */
export const matchRoutes = [matches, match, interests, health, weights, weightsVersion, runs] as const;
