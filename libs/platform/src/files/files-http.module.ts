import { Module } from '@nestjs/common';
import { BeginUpload } from './app/begin-upload.js';
import { ContentLinks } from './app/content-links.js';
import { DiscardFile } from './app/discard-file.js';
import { FileLimitsReader } from './app/file-limits.reader.js';
import { FinishUpload } from './app/finish-upload.js';
import { KeepContent } from './app/keep-content.js';
import { OpenContent } from './app/open-content.js';
import { FilesModule } from './files.module.js';
import { FileContentController } from './http/file-content.controller.js';
import { FilesController } from './http/files.controller.js';
import { UploadBody } from './http/upload-body.js';
import { UploadsController } from './http/uploads.controller.js';
import { ContentInspector } from './inspection/content-inspector.js';
import { TusUploads } from './uploads/tus-uploads.js';

const VERBS = [BeginUpload, FinishUpload, KeepContent, DiscardFile, OpenContent];

@Module({
  imports: [FilesModule],
  controllers: [UploadsController, FilesController, FileContentController],
  providers: [...VERBS, FileLimitsReader, ContentLinks, ContentInspector, TusUploads, UploadBody],
})
export class FilesHttpModule {}
