import { type ComponentType, lazy } from 'react';

/** The screens of consulting, each fetched when it is opened; one door for the first load. */
export const ConsultingPage: ComponentType = lazy(async () => ({
  default: (await import('./consulting-page.js')).ConsultingPage,
}));
export const RequestPage: ComponentType = lazy(async () => ({
  default: (await import('./request-page.js')).RequestPage,
}));
export const LibraryPage: ComponentType = lazy(async () => ({
  default: (await import('./library-page.js')).LibraryPage,
}));
export const CalendarsPage: ComponentType = lazy(async () => ({
  default: (await import('./calendars-page.js')).CalendarsPage,
}));
