import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform/database';
import { CallStageRepository } from '../data/call-stage.repository.js';
import { CallVersionRepository } from '../data/call-version.repository.js';
import type { CallVersion } from '../domain/call.js';
import { termsOf } from '../domain/call-terms.js';
import type { StatedTerms } from '../data/call-version.repository.js';

/** Keeps a version of the terms of a call, and the times of its stages as that version says them. */
@Injectable()
export class KeepTerms {
  constructor(
    private readonly versions: CallVersionRepository,
    private readonly stages: CallStageRepository,
  ) {}

  async execute(
    tx: Transaction,
    stated: StatedTerms,
    because: Pick<CallVersion, 'changedFields' | 'reason'>,
  ): Promise<void> {
    await this.versions.add(tx, stated, because);
    await this.stages.replace(tx, stated.callId, termsOf(stated).stages);
  }
}
