import { Injectable } from '@nestjs/common';
import { type MergedLine, type MergedPair, MergePart } from '#libs/organizations';
import type { Transaction } from '#libs/platform/database';
import { ConsultingRequestRepository } from '../data/consulting-request.repository.js';

/** Consulting requests go over as they are. */
@Injectable()
export class MergeConsultingRequests extends MergePart {
  constructor(private readonly requests: ConsultingRequestRepository) {
    super();
  }

  override async move(tx: Transaction, { fromId, intoId }: MergedPair): Promise<MergedLine[]> {
    return [
      { record: 'consulting-request', moved: await this.requests.moveAll(tx, fromId, intoId), stayed: 0 },
    ];
  }
}
