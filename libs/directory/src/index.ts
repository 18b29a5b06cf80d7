export { DirectorySearch, type DirectoryQuery } from './app/directory-search.js';
export { ForgetSearches } from './app/forget-searches.js';
export type { DirectoryItem } from './app/items.loader.js';
export { ProjectEntries } from './app/project-entries.js';
export { RebuildDirectory } from './app/rebuild-directory.js';
export { SavedSearchesReader } from './app/saved-searches.reader.js';
export { TellFound } from './app/tell-found.js';
export { DirectoryModule } from './directory.module.js';
