export { CoeditedDocuments } from './app/coedited-documents.js';
export { type DocumentAccess, DocumentOwner, DocumentOwners } from './app/document-owners.js';
export { CoeditingModule } from './coediting.module.js';
