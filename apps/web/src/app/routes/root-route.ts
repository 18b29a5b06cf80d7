import { createRootRoute, Outlet } from '@tanstack/react-router';
import { lazy } from 'react';
import { needMessages } from '../../i18n/language.js';
import type { Part } from '../../i18n/locales.js';

// The router would fetch it with every first screen, were it a lazy route component.
const MissingScreen = lazy(async () => {
  const { MissingScreen: screen, speakToReader } = await import('../missing-screen.js');
  await speakToReader();
  return { default: screen };
});

export const root = createRootRoute({ component: Outlet, notFoundComponent: MissingScreen });

/** The code of a screen and its words, which are not those of the home screen. */
export function withWords<Screen>(
  load: () => Promise<Screen>,
  ...parts: readonly Part[]
): () => Promise<Screen> {
  return async () => (await Promise.all([load(), needMessages(...parts)]))[0];
}
