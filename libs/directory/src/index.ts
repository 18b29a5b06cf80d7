export { DirectorySearch, type DirectoryItem, type DirectoryQuery } from './app/directory-search.js';
export { ProjectEntries } from './app/project-entries.js';
export { RebuildDirectory } from './app/rebuild-directory.js';
export { DirectoryModule } from './directory.module.js';
