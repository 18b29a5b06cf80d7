import { Injectable } from '@nestjs/common';
import { type Actor, NotFound } from '#libs/kernel';
import { newId, UnitOfWork } from '#libs/platform/database';
import { Files } from '#libs/platform/files';
import { AnnexRepository } from '../data/annex.repository.js';
import { TooMany } from '../domain/proposal.errors.js';
import type { Proposal } from '../domain/proposal.js';
import { ANNEX } from './annex-files.js';
import { ConsortiumDesk } from './consortium-desk.js';

const MAX_ANNEXES = 40;

/** A file that was uploaded for this, and what it is. */
export interface AnnexInput {
  readonly fileId: string;
  readonly title: string;
  /** The question of the form it answers. */
  readonly questionKey: string | null;
}

/**
 * Lets files go with a proposal, and takes them out again. What was handed in with them keeps them.
 *
 * @throws NotFound, ProposalNotEditable 409, FieldsClosed 409, FileUnusable 422, TooMany 422
 */
@Injectable()
export class AttachAnnex {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: ConsortiumDesk,
    private readonly annexes: AnnexRepository,
    private readonly files: Files,
  ) {}

  async add(actor: Actor, proposalId: string, { fileId, title, questionKey }: AnnexInput): Promise<Proposal> {
    return this.unitOfWork.run(actor, async (tx) => {
      const field = questionKey === null ? 'annexes' : `answers/${questionKey}`;
      const proposal = await this.desk.open(tx, proposalId, field);
      const known = await this.annexes.of(tx, proposalId);
      if (known.length >= MAX_ANNEXES) throw new TooMany('/fileId', MAX_ANNEXES);
      const id = newId();
      const owner = { fileId, purpose: ANNEX.purpose, ownerType: ANNEX.ownerType, ownerId: id };
      const { sha256 } = await this.files.attach(tx, owner);
      await this.annexes.add(tx, { id, proposalId, fileId, title, questionKey, sha256 });
      return this.desk.changed(tx, proposal, 'add-annex');
    });
  }

  async remove(actor: Actor, proposalId: string, annexId: string): Promise<Proposal> {
    return this.unitOfWork.run(actor, async (tx) => {
      const proposal = await this.desk.open(tx, proposalId, 'annexes');
      const annex = (await this.annexes.of(tx, proposalId)).find(({ id }) => id === annexId);
      if (!annex) throw new NotFound();
      if (proposal.receipt) await this.annexes.remove(tx, annexId);
      else {
        await this.annexes.delete(tx, annexId);
        await this.files.detach(tx, ANNEX.ownerType, annexId, annex.fileId);
      }
      return this.desk.changed(tx, proposal, 'remove-annex');
    });
  }
}
