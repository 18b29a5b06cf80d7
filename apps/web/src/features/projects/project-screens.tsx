import { getRouteApi } from '@tanstack/react-router';
import { type ComponentType, lazy } from 'react';

const ProjectsPage = lazy(async () => ({ default: (await import('./projects-page.js')).ProjectsPage }));
const ProjectPage = lazy(async () => ({ default: (await import('./project-page.js')).ProjectPage }));
const ResultEditorPage = lazy(async () => ({
  default: (await import('./result-editor-page.js')).ResultEditorPage,
}));
const ProjectDeskPage = lazy(async () => ({
  default: (await import('./project-desk-page.js')).ProjectDeskPage,
}));
const PortfolioPage = lazy(async () => ({ default: (await import('./portfolio-page.js')).PortfolioPage }));
const ResultPage = lazy(async () => ({ default: (await import('./result-page.js')).ResultPage }));

const OF_ONE: Readonly<Record<string, ComponentType<{ projectId: string }>>> = {
  '': ProjectPage,
  results: ResultEditorPage,
};

/** `projects`, `projects/<id>`, `projects/of-call/<id>`, `projects/results`: which screen an address means. */
export function ProjectScreens() {
  const { _splat = '' } = getRouteApi('/signed-in/o/$organization/projects/$').useParams();
  const [first = '', second = ''] = _splat.split('/');
  if (first === '') return <ProjectsPage />;
  if (first === 'of-call') return <ProjectDeskPage callId={second} />;
  if (first === 'results') return second ? <ResultPage resultId={second} /> : <PortfolioPage />;
  const Screen = OF_ONE[second] ?? ProjectPage;
  return <Screen key={second} projectId={first} />;
}
