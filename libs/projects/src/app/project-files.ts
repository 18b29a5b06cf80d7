import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Actor, NotFound } from '#libs/kernel';
import { Database } from '#libs/platform/database';
import { FilePurpose, FilePurposes, type StoredFile } from '#libs/platform/files';
import { EvidenceRepository } from '../data/evidence.repository.js';
import { ResultRepository } from '../data/result.repository.js';
import { ProjectAccess } from './project-access.js';

/** How the files of projects are known to the platform. */
export const EVIDENCE = { purpose: 'project-evidence', ownerType: 'project-evidence' } as const;
export const PICTURE = { purpose: 'project-picture', ownerType: 'project-picture' } as const;

const MEGABYTE = 1024 * 1024;

/** Whether the actor may read a project. */
async function reads(access: ProjectAccess, actor: Actor, projectId: string | undefined): Promise<boolean> {
  if (projectId === undefined) return false;
  try {
    await access.load(actor, 'read', projectId);
    return true;
  } catch (error) {
    if (error instanceof NotFound) return false;
    throw error;
  }
}

/** What shows that a milestone was reached is read by whoever may read the project. */
@Injectable()
export class EvidenceFiles extends FilePurpose implements OnModuleInit {
  readonly name = EVIDENCE.purpose;
  readonly mediaTypes = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp'];
  readonly maxBytes = 25 * MEGABYTE;

  constructor(
    private readonly purposes: FilePurposes,
    private readonly database: Database,
    private readonly evidence: EvidenceRepository,
    private readonly access: ProjectAccess,
  ) {
    super();
  }

  onModuleInit(): void {
    this.purposes.register(this);
  }

  async mayRead(actor: Actor, { ownerType, ownerId }: StoredFile): Promise<boolean> {
    if (ownerType !== EVIDENCE.ownerType || ownerId === null) return false;
    return reads(this.access, actor, (await this.evidence.find(this.database, ownerId))?.projectId);
  }
}

/** A picture of a results page: for the project's people always, for every member once the page is public. */
@Injectable()
export class PictureFiles extends FilePurpose implements OnModuleInit {
  readonly name = PICTURE.purpose;
  readonly mediaTypes = ['image/jpeg', 'image/png', 'image/webp'];
  readonly maxBytes = 10 * MEGABYTE;

  constructor(
    private readonly purposes: FilePurposes,
    private readonly database: Database,
    private readonly results: ResultRepository,
    private readonly access: ProjectAccess,
  ) {
    super();
  }

  onModuleInit(): void {
    this.purposes.register(this);
  }

  async mayRead(actor: Actor, { ownerType, ownerId }: StoredFile): Promise<boolean> {
    if (ownerType !== PICTURE.ownerType || ownerId === null) return false;
    const projectId = await this.results.projectOfPicture(this.database, ownerId);
    if (projectId === undefined) return false;
    if (await this.results.publicProject(this.database, projectId)) return true;
    return reads(this.access, actor, projectId);
  }
}
