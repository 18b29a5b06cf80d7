export { FilePurpose, FilePurposes } from './app/file-purposes.js';
export { Files } from './app/files.js';
export { PublicPictures } from './app/public-pictures.js';
export { FileUnusable } from './domain/file.errors.js';
export { FILE_STATES, type FileState, type ScanVerdict, type StoredFile } from './domain/stored-file.js';
export { FilesHttpModule } from './files-http.module.js';
export { FilesJobsModule } from './files-jobs.module.js';
export { FilesModule } from './files.module.js';
