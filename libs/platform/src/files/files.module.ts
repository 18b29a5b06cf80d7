import { Module } from '@nestjs/common';
import { FilePurposes } from './app/file-purposes.js';
import { Files } from './app/files.js';
import { FileRepository } from './data/file.repository.js';

/** Files for features: their purposes, and what is attached to their rows. */
@Module({
  providers: [FileRepository, FilePurposes, Files],
  exports: [FilePurposes, Files],
})
export class FilesModule {}
