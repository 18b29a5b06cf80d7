export { PortfolioReader, type PublishedResult } from './app/portfolio.reader.js';
export { type JointProject, ProjectsOf } from './app/projects-of.js';
export { ProjectsReader } from './app/projects.reader.js';
export { StartProject } from './app/start-project.js';
export type { Figure, FigureCode, ResultPicture, ResultText } from './domain/result.js';
export { dayChangeTransitions, milestoneTransitions, projectTransitions } from './domain/project-states.js';
export { ProjectsModule } from './projects.module.js';
