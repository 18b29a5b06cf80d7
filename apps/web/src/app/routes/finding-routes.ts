import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readComparisonSearch } from '../../features/directory/comparison-search.js';
import { readDirectorySearch } from '../../features/directory/directory-search.js';
import { withWords } from './root-route.js';
import { organization } from './signed-in-routes.js';

const directory = createRoute({
  getParentRoute: () => organization,
  path: '/directory',
  validateSearch: readDirectorySearch,
  component: lazyRouteComponent(
    withWords(() => import('../../features/directory/directory-page.js')),
    'DirectoryPage',
  ),
});
const comparison = createRoute({
  getParentRoute: () => organization,
  path: '/compare',
  validateSearch: readComparisonSearch,
  component: lazyRouteComponent(
    withWords(() => import('../../features/directory/comparison-page.js')),
    'ComparisonPage',
  ),
});
const savedSearches = createRoute({
  getParentRoute: () => organization,
  path: '/saved-searches',
  component: lazyRouteComponent(
    withWords(() => import('../../features/directory/saved-searches-page.js')),
    'SavedSearchesPage',
  ),
});
/** Where word of new results leads. */
const savedSearch = createRoute({
  getParentRoute: () => organization,
  path: '/saved-searches/$searchId',
  component: lazyRouteComponent(
    withWords(() => import('../../features/directory/kept-search.js')),
    'KeptSearch',
  ),
});
const shortlists = createRoute({
  getParentRoute: () => organization,
  path: '/shortlists',
  component: lazyRouteComponent(
    withWords(() => import('../../features/directory/shortlists-page.js')),
    'ShortlistsPage',
  ),
});
const shortlist = createRoute({
  getParentRoute: () => organization,
  path: '/shortlists/$shortlistId',
  component: lazyRouteComponent(
    withWords(() => import('../../features/directory/shortlist-page.js')),
    'ShortlistPage',
  ),
});
/** The first steps of a newcomer. */
const welcome = createRoute({
  getParentRoute: () => organization,
  path: '/welcome',
  component: lazyRouteComponent(
    withWords(() => import('../../features/first-run/first-run-page.js')),
    'FirstRunPage',
  ),
});
/** The screens of finding: the directory, what is kept of it, and the first steps that end on partners. */
export const findingRoutes = [
  directory,
  comparison,
  savedSearches,
  savedSearch,
  shortlists,
  shortlist,
  welcome,
] as const;
