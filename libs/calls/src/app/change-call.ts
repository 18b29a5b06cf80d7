import { Injectable } from '@nestjs/common';
import { type Actor, assertVersion } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { CallRepository } from '../data/call.repository.js';
import type { Call } from '../domain/call.js';
import { CallNotChangeable, NothingChanged } from '../domain/call.errors.js';
import { isChangeable } from '../domain/call.policy.js';
import { type CallChanges, changedContent, changedFields } from '../domain/call-content.js';
import { CallAccess } from './call-access.js';
import { CallCheckReader } from './call-check.reader.js';
import { sourceOf } from './call-moves.js';
import { CallStages } from './call-stages.js';
import { KeepTerms } from './keep-terms.js';

/**
 * Puts new terms in the place of those of a published call, as its next version; the old ones stay readable. Everybody
 * who follows the call, or has a part in a proposal for it, is told.
 *
 * @throws NotFound, CallNotChangeable 409, TermsRefused 422, NothingChanged 422, StaleVersion 412
 */
@Injectable()
export class ChangeCall {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: CallAccess,
    private readonly check: CallCheckReader,
    private readonly calls: CallRepository,
    private readonly keepTerms: KeepTerms,
    private readonly stages: CallStages,
  ) {}

  async execute(
    actor: Actor,
    id: string,
    changes: CallChanges,
    reason: string,
    version?: number,
  ): Promise<Call> {
    return this.unitOfWork.run(actor, async (tx) => {
      const call = await this.access.lock(tx, 'publish', id);
      if (!isChangeable(call.state)) throw new CallNotChangeable(call.state);
      const content = changedContent(call.content, changes);
      const fields = changedFields(call.content, content);
      if (fields.length === 0) throw new NothingChanged();
      await this.check.pass(tx, call, content);
      assertVersion(call.version, version);

      const number = call.number + 1;
      const { organizationId, state } = call;
      await this.calls.saveContent(tx, call, content, number);
      const next = { callId: id, number, organizationId, content };
      await this.keepTerms.execute(tx, next, { changedFields: fields, reason });
      const changed = await this.calls.get(tx, id);
      tx.audit({ action: 'call.change', entityType: 'call', entityId: id, fromState: state, toState: state });
      tx.emit('call.changed', sourceOf(changed), { number });
      return this.stages.resume(tx, changed);
    });
  }
}
