import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { Database } from '#libs/platform/database';
import { FilePurpose, FilePurposes, type StoredFile } from '#libs/platform/files';
import { ApplicationRepository } from '../data/application.repository.js';
import { may } from '../domain/application.policy.js';

/** How registration documents are known to the files of the platform. */
export const REGISTRATION_DOCUMENT = {
  purpose: 'registration-document',
  ownerType: 'membership-application',
} as const;

const MAX_BYTES = 10 * 1024 * 1024;

/** The paper that says the applicant exists: read by the applicant and, once it was sent, by the secretariat. */
@Injectable()
export class RegistrationDocument extends FilePurpose implements OnModuleInit {
  readonly name = REGISTRATION_DOCUMENT.purpose;
  readonly mediaTypes = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp'];
  readonly maxBytes = MAX_BYTES;

  constructor(
    private readonly purposes: FilePurposes,
    private readonly database: Database,
    private readonly applications: ApplicationRepository,
  ) {
    super();
  }

  onModuleInit(): void {
    this.purposes.register(this);
  }

  async mayRead(actor: Actor, { ownerType, ownerId }: StoredFile): Promise<boolean> {
    if (ownerType !== REGISTRATION_DOCUMENT.ownerType || ownerId === null) return false;
    const application = await this.applications.find(this.database, ownerId);
    return application !== undefined && may(actor, 'read', application);
  }
}
