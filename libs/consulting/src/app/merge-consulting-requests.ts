import { Injectable } from '@nestjs/common';
import { type MergedLine, type MergedPair, MergePart } from '#libs/organizations';
import type { Transaction } from '#libs/platform/database';
import { ConsultingRequestRepository } from '../data/consulting-request.repository.js';
import { ExpertInvitationRepository } from '../data/expert-invitation.repository.js';
import { QuoteRepository } from '../data/quote.repository.js';

/** Consulting requests go over as they are, and with them who pays, who is asked and who has quoted. */
@Injectable()
export class MergeConsultingRequests extends MergePart {
  constructor(
    private readonly requests: ConsultingRequestRepository,
    private readonly invitations: ExpertInvitationRepository,
    private readonly quotes: QuoteRepository,
  ) {
    super();
  }

  override async move(tx: Transaction, { fromId, intoId }: MergedPair): Promise<MergedLine[]> {
    await this.requests.moveParties(tx, fromId, intoId);
    await this.invitations.moveAll(tx, fromId, intoId);
    await this.quotes.moveAll(tx, fromId, intoId);
    return [
      { record: 'consulting-request', moved: await this.requests.moveAll(tx, fromId, intoId), stayed: 0 },
    ];
  }
}
