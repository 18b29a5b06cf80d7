export { CoeditedDocuments } from './app/coedited-documents.js';
export { type DocumentAccess, DocumentOwner, DocumentOwners } from './app/document-owners.js';
export { CoeditingJobsModule } from './coediting-jobs.module.js';
export { CoeditingModule } from './coediting.module.js';
export { CoeditingRealtimeModule } from './coediting-realtime.module.js';
