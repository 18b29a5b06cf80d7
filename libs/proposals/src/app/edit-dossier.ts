import { Injectable } from '@nestjs/common';
import { type Actor, assertVersion } from '#libs/kernel';
import { type Transaction, UnitOfWork } from '#libs/platform/database';
import { DossierRepository } from '../data/dossier.repository.js';
import { changedDossier, type DossierChanges, touchedBy, type WrittenDossier } from '../domain/dossier.js';
import { answersTo } from '../domain/form-answers.js';
import { assertOpen } from '../domain/open-fields.js';
import type { Proposal } from '../domain/proposal.js';
import { CallEntry } from './call-entry.js';
import { auditPart } from './consortium-desk.js';
import { ProposalAccess } from './proposal-access.js';
import { Signatures } from './signatures.js';
import { SubmissionCheck } from './submission-check.js';

/**
 * Replaces the sent fields of a dossier; of the answers those that are named and asked for. Whoever writes the proposal
 * may.
 *
 * @throws NotFound, ProposalNotEditable 409, FieldsClosed 409, StaleVersion 412
 */
@Injectable()
export class EditDossier {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: ProposalAccess,
    private readonly dossiers: DossierRepository,
    private readonly signatures: Signatures,
    private readonly call: CallEntry,
    private readonly check: SubmissionCheck,
  ) {}

  async execute(
    actor: Actor,
    id: string,
    changes: DossierChanges,
    version: number | undefined,
  ): Promise<Proposal> {
    return this.unitOfWork.run(actor, async (tx) => {
      const proposal = await this.access.lock(tx, 'update', id);
      assertOpen(proposal, touchedBy(changes));
      assertVersion(proposal.version, version);

      const dossier = await this.dossiers.of(tx, id);
      const asked = await this.asked(tx, proposal, dossier, changes);
      await this.dossiers.save(tx, proposal, changedDossier(dossier, asked));
      auditPart(tx, proposal, 'update-dossier');
      return this.signatures.keepCurrent(tx, id);
    });
  }

  private async asked(
    tx: Transaction,
    proposal: Proposal,
    { answers: before }: WrittenDossier,
    changes: DossierChanges,
  ): Promise<DossierChanges> {
    const { answers, ...rest } = changes;
    if (!answers) return rest;
    const form = await this.check.formOf(tx, proposal);
    return { ...rest, answers: answersTo(form, answers, before) };
  }

  /** Its people have seen the terms of the call with this number. @throws CallChanged 409 */
  async acknowledgeCall(actor: Actor, id: string, number: number): Promise<Proposal> {
    return this.unitOfWork.run(actor, async (tx) => {
      const proposal = await this.access.lock(tx, 'update', id);
      assertOpen(proposal, []);
      await this.call.acknowledge(tx, proposal, number);
      auditPart(tx, proposal, 'acknowledge-call');
      return this.signatures.keepCurrent(tx, id);
    });
  }
}
