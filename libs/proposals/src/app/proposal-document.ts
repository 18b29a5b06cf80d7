import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Actor, NotFound } from '#libs/kernel';
import { type DocumentAccess, DocumentOwner, DocumentOwners } from '#libs/platform/coediting';
import { DOCUMENT_KIND } from '../domain/dossier.js';
import { areSectionsOpen } from '../domain/open-fields.js';
import { may } from '../domain/proposal.policy.js';
import { ProposalAccess } from './proposal-access.js';

/** Says who writes the sections of a proposal together, by the rights of this moment. */
@Injectable()
export class ProposalDocument extends DocumentOwner implements OnModuleInit {
  readonly kind = DOCUMENT_KIND;

  constructor(
    private readonly owners: DocumentOwners,
    private readonly proposals: ProposalAccess,
  ) {
    super();
  }

  onModuleInit(): void {
    this.owners.register(this);
  }

  async access(actor: Actor, ownerId: string): Promise<DocumentAccess | null> {
    try {
      const { proposal, relation, standing } = await this.proposals.loadRelated(actor, 'read', ownerId);
      if (areSectionsOpen(proposal) && may(actor, 'update', proposal, relation)) return 'edit';
      return standing?.coauthor === 'comment' ? 'comment' : 'read';
    } catch (error) {
      if (error instanceof NotFound) return null;
      throw error;
    }
  }
}
