import { getRouteApi } from '@tanstack/react-router';
import { type ComponentType, lazy } from 'react';
import { PHASES, type Shelf } from './call-requests.js';

const CallsPage = lazy(async () => ({ default: (await import('./calls-page.js')).CallsPage }));
const CallPage = lazy(async () => ({ default: (await import('./call-page.js')).CallPage }));
const CallEditorPage = lazy(async () => ({
  default: (await import('./call-editor-page.js')).CallEditorPage,
}));
const CallChangePage = lazy(async () => ({
  default: (await import('./call-change-page.js')).CallChangePage,
}));

const SHELVES: readonly string[] = [...PHASES, 'ours'];
const OF_ONE: Readonly<Record<string, ComponentType<{ callId: string }>>> = {
  '': CallPage,
  edit: CallEditorPage,
  change: CallChangePage,
};

/** `calls`, `calls/coming`, `calls/<id>`, `calls/new/edit`: which screen an address below `calls` means. */
export function CallScreens() {
  const route = getRouteApi('/signed-in/o/$organization/calls/$');
  const { _splat = '' } = route.useParams();
  const search = route.useSearch();
  const [first = '', second = ''] = _splat.split('/');
  if (first === '' || SHELVES.includes(first)) {
    return <CallsPage shelf={(first || 'open') as Shelf} search={search} />;
  }
  const Screen = OF_ONE[second] ?? CallPage;
  return <Screen key={second} callId={first} />;
}
