import { createRootRoute, Outlet } from '@tanstack/react-router';
import { needAllMessages } from '../../i18n/language.js';
import { MissingScreen } from '../screens.js';

export const root = createRootRoute({ component: Outlet, notFoundComponent: MissingScreen });

/** The code of a screen and its words, which are not those of the home screen. */
export function withWords<Screen>(load: () => Promise<Screen>): () => Promise<Screen> {
  return async () => (await Promise.all([load(), needAllMessages()]))[0];
}
