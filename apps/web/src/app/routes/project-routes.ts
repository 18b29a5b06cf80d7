import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { withWords } from './root-route.js';
import { organization } from './signed-in-routes.js';

/** All screens of projects stand behind one door, of which alone the first load knows. */
export const projects = createRoute({
  getParentRoute: () => organization,
  path: '/projects/$',
  component: lazyRouteComponent(
    withWords(() => import('../../features/projects/project-screens.js'), 'projects'),
    'ProjectScreens',
  ),
});
