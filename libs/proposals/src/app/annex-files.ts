import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Actor, NotFound } from '#libs/kernel';
import { Database } from '#libs/platform/database';
import { FilePurpose, FilePurposes, type StoredFile } from '#libs/platform/files';
import { AnnexRepository } from '../data/annex.repository.js';
import { AnnexReaders } from './annex-readers.js';
import { ProposalAccess } from './proposal-access.js';

/** How annexes are known to the files of the platform. */
export const ANNEX = { purpose: 'proposal-annex', ownerType: 'proposal-annex' } as const;

const MAX_BYTES = 25 * 1024 * 1024;

/** What goes with a proposal is read by whoever may read the proposal, and by those who review it. */
@Injectable()
export class AnnexFiles extends FilePurpose implements OnModuleInit {
  readonly name = ANNEX.purpose;
  readonly mediaTypes = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp'];
  readonly maxBytes = MAX_BYTES;

  constructor(
    private readonly purposes: FilePurposes,
    private readonly database: Database,
    private readonly annexes: AnnexRepository,
    private readonly access: ProposalAccess,
    private readonly others: AnnexReaders,
  ) {
    super();
  }

  onModuleInit(): void {
    this.purposes.register(this);
  }

  async mayRead(actor: Actor, { id: fileId, ownerType, ownerId }: StoredFile): Promise<boolean> {
    if (ownerType !== ANNEX.ownerType || ownerId === null) return false;
    const proposalId = await this.annexes.proposalOf(this.database, ownerId);
    if (proposalId === undefined) return false;
    try {
      await this.access.load(actor, 'read', proposalId);
      return true;
    } catch (error) {
      if (error instanceof NotFound) return this.others.mayRead(actor, { proposalId, fileId });
      throw error;
    }
  }
}
