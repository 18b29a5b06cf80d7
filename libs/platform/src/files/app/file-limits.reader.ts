import { Injectable } from '@nestjs/common';
import { actingOrganization, type Actor } from '#libs/kernel';
import { TtnConfig } from '#libs/platform/config';
import { Database } from '#libs/platform/database';
import { FileRepository, type Usage } from '../data/file.repository.js';
import { type FilePurpose, FilePurposes } from './file-purposes.js';

const MEBIBYTE = 1024 * 1024;

export interface FileLimits {
  readonly purposes: readonly FilePurpose[];
  readonly quota: Usage;
  readonly used: Usage;
}

/** What may be uploaded, and how much of the acting organization's share is used. */
@Injectable()
export class FileLimitsReader {
  constructor(
    private readonly database: Database,
    private readonly files: FileRepository,
    private readonly purposes: FilePurposes,
    private readonly config: TtnConfig,
  ) {}

  async read(actor: Actor): Promise<FileLimits> {
    return {
      purposes: this.purposes.all(),
      quota: { bytes: this.config.FILES_QUOTA_MIB * MEBIBYTE, files: this.config.FILES_QUOTA_COUNT },
      used: await this.files.usage(this.database, actingOrganization(actor).id),
    };
  }
}
