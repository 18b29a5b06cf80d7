import { Module } from '@nestjs/common';
import { CoeditedDocuments } from './app/coedited-documents.js';
import { DocumentOwners } from './app/document-owners.js';
import { CoeditedDocumentRepository } from './data/coedited-document.repository.js';

/** Texts that several people write at once, for the features that own them. */
@Module({
  providers: [CoeditedDocumentRepository, DocumentOwners, CoeditedDocuments],
  exports: [CoeditedDocumentRepository, DocumentOwners, CoeditedDocuments],
})
export class CoeditingModule {}
