import { Module } from '@nestjs/common';
import { TtnConfig } from '#libs/platform/config';
import { FileAccess } from './app/file-access.js';
import { FilesData } from './app/files-data.js';
import { FilePurposes } from './app/file-purposes.js';
import { Files } from './app/files.js';
import { PublicPictures } from './app/public-pictures.js';
import { RemoveFile } from './app/remove-file.js';
import { FileRepository } from './data/file.repository.js';
import { FilesOfPersonRepository } from './data/files-of-person.repository.js';
import { ClamdScanner } from './scanning/clamd-scanner.js';
import { MalwareScanner, NoScanner } from './scanning/malware-scanner.js';
import { FileStorage } from './storage/file-storage.js';
import { openStorage } from './storage/open-storage.js';
import { UploadLeases } from './uploads/upload-leases.js';

const STORAGE = { provide: FileStorage, inject: [TtnConfig], useFactory: openStorage };
const SCANNER = {
  provide: MalwareScanner,
  inject: [TtnConfig],
  useFactory: ({ CLAMD_URL }: TtnConfig): MalwareScanner =>
    CLAMD_URL ? new ClamdScanner(CLAMD_URL) : new NoScanner(),
};

/** Files for features: their purposes, and what is attached to their rows. */
@Module({
  providers: [
    STORAGE,
    SCANNER,
    FileRepository,
    FilesOfPersonRepository,
    FilesData,
    FilePurposes,
    Files,
    FileAccess,
    PublicPictures,
    RemoveFile,
    UploadLeases,
  ],
  exports: [
    FileStorage,
    MalwareScanner,
    FileRepository,
    FilePurposes,
    Files,
    FileAccess,
    PublicPictures,
    RemoveFile,
    UploadLeases,
  ],
})
export class FilesModule {}
