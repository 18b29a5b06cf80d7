import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readMatchSearch } from '../../features/matches/match-search.js';
import { readHealthSearch } from '../../features/matches/health-search.js';
import { readInterestSearch } from '../../lib/interest-search.js';
import { withWords } from './root-route.js';
import { organization } from './signed-in-routes.js';

const load = withWords(() => import('../../features/matches/screens.js'), 'matches');
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
  component: lazyRouteComponent(load, 'MarketHealthPage'),
});

/** Matches, the interest that follows from them, and how the market does as a whole. */
export const matchRoutes = [matches, match, interests, health] as const;
