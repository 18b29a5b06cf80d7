import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform/database';
import { DossierRepository } from '../data/dossier.repository.js';
import { assertOpen } from '../domain/open-fields.js';
import type { Proposal } from '../domain/proposal.js';
import { ConsortiumRoom } from './consortium-room.js';
import { ProposalAccess } from './proposal-access.js';
import { Signatures } from './signatures.js';

/** What every change around a consortium begins and ends with. */
@Injectable()
export class ConsortiumDesk {
  constructor(
    private readonly access: ProposalAccess,
    private readonly dossiers: DossierRepository,
    private readonly signatures: Signatures,
    readonly room: ConsortiumRoom,
  ) {}

  /**
   * The proposal for who writes it, locked, with `field` open.
   *
   * @throws NotFound, ProposalNotEditable 409, FieldsClosed 409
   */
  async open(tx: Transaction, id: string, field: string): Promise<Proposal> {
    const proposal = await this.access.lock(tx, 'update', id);
    assertOpen(proposal, [field]);
    return proposal;
  }

  /** Counts the change as one of the proposal, and takes off signatures for another content. */
  async changed(tx: Transaction, proposal: Proposal, action: string): Promise<Proposal> {
    await this.dossiers.touch(tx, proposal);
    auditPart(tx, proposal, action);
    return this.signatures.keepCurrent(tx, proposal.id);
  }
}

/** A line in the trail of the organization that leads the proposal, whoever acts. */
export function auditPart(tx: Transaction, { id, organizationId }: Proposal, action: string): void {
  tx.audit({ action: `proposal.${action}`, entityType: 'proposal', entityId: id, organizationId });
}
