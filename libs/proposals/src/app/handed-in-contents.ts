import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform/database';
import { AnnexRepository } from '../data/annex.repository.js';
import { DossierRepository } from '../data/dossier.repository.js';
import { ProposalRepository } from '../data/proposal.repository.js';
import type { FrozenDossier, WrittenDossier } from '../domain/dossier.js';
import { isNamed } from '../domain/open-fields.js';
import { contentOf, type Proposal } from '../domain/proposal.js';
import { isWritable } from '../domain/proposal-states.js';
import { hashOf } from './signed-contents.js';

/**
 * What was asked for did not come: fields and annexes are again those of the newest version, so that nobody weighs, and
 * no later version takes along, what nobody has signed or handed in. Sections stay in their document, to be written on
 * when they are open again; whoever has left the consortium has left.
 */
@Injectable()
export class HandedInContents {
  constructor(
    private readonly proposals: ProposalRepository,
    private readonly dossiers: DossierRepository,
    private readonly annexes: AnnexRepository,
  ) {}

  /** Before the waiting ends. Answers the proposal as it stands then. */
  async putBack(tx: Transaction, proposal: Proposal): Promise<Proposal> {
    const { id, organizationId, state } = proposal;
    if (!isWritable(state)) return proposal;
    const content = (await this.proposals.newestVersions(tx, [id]))[0]?.content;
    if (!content) return proposal;
    const written = await this.dossiers.of(tx, id);
    const dossier = handedIn(proposal, written, content.dossier);
    const files = content.dossier?.annexes.map(({ fileId }) => fileId) ?? [];
    const haveMoved = (await this.annexes.keepOnly(tx, id, files)) > 0;
    const before = { ...contentOf(proposal), ...written };
    if (!haveMoved && hashOf(before) === hashOf({ ...contentOf(content), ...dossier })) return proposal;
    await this.proposals.saveContent(tx, proposal, contentOf(content));
    await this.dossiers.save(tx, await this.proposals.get(tx, id), dossier);
    tx.audit({ action: 'proposal.put-back', entityType: 'proposal', entityId: id, organizationId });
    return this.proposals.get(tx, id);
  }
}

/** Plan and budget that nobody could change may name who goes on for a merged organization: they stay. */
function handedIn(
  { reopenedFields }: Proposal,
  written: WrittenDossier,
  frozen: FrozenDossier | undefined,
): WrittenDossier {
  const { answers = {}, workPlan = [], budgetLines = [], leadTask = null } = frozen ?? {};
  const isOpen = (field: string): boolean => reopenedFields === null || isNamed(reopenedFields, field);
  return {
    answers,
    workPlan: isOpen('workPlan') ? workPlan : written.workPlan,
    budgetLines: isOpen('budgetLines') ? budgetLines : written.budgetLines,
    leadTask,
  };
}
