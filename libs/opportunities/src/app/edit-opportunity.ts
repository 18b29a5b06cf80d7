import { Injectable } from '@nestjs/common';
import { type Actor, assertVersion } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { TaxonomyCodes } from '#libs/vocabulary';
import { OpportunityRepository } from '../data/opportunity.repository.js';
import { changedContent, type Opportunity, type OpportunityChanges } from '../domain/opportunity.js';
import { OpportunityNotEditable } from '../domain/opportunity.errors.js';
import { isEditable } from '../domain/opportunity-states.js';
import type { Finding } from '../domain/quality-check.js';
import { OpportunityAccess } from './opportunity-access.js';
import { OpportunityCheck } from './opportunity-check.js';
import { checkCodes } from './opportunity-codes.js';
import { PublishedChanges } from './published-changes.js';

/**
 * Replaces the sent fields; null clears a field. What others can read keeps to the quality check, stays where it is,
 * and its change is announced, so that its matches follow; what a rule wants looked at, the secretariat is told of.
 *
 * @throws NotFound, OpportunityNotEditable 409, InvalidInput 422, StaleVersion 412: asked in this order, so that a
 * precondition never hides why the change would be refused anyway (RFC 9110 §13.2.1)
 */
@Injectable()
export class EditOpportunity {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: OpportunityAccess,
    private readonly opportunities: OpportunityRepository,
    private readonly codes: TaxonomyCodes,
    private readonly check: OpportunityCheck,
    private readonly published: PublishedChanges,
  ) {}

  async execute(
    actor: Actor,
    id: string,
    changes: OpportunityChanges,
    version: number | undefined,
  ): Promise<Opportunity> {
    return this.unitOfWork.run(actor, async (tx) => {
      const opportunity = await this.access.lock(tx, 'update', id);
      if (!isEditable(opportunity.state)) throw new OpportunityNotEditable(opportunity.state);
      const content = changedContent(opportunity, changes);
      checkCodes(this.codes, content);
      const isDraft = opportunity.state === 'draft';
      const findings = isDraft ? [] : await this.check.pass(tx, opportunity, content);
      assertVersion(opportunity.version, version);

      const before = isDraft ? [] : await this.check.findings(tx, opportunity, opportunity);
      await this.opportunities.saveContent(tx, opportunity, content);
      const edited = await this.opportunities.get(tx, id);

      tx.audit({ action: 'opportunity.update', entityType: 'opportunity', entityId: id });
      if (!isDraft) await this.published.announce(tx, edited, isNew(findings, before));
      return edited;
    });
  }
}

/** True where a rule wants a look at something that did not stand there before. */
function isNew(findings: readonly Finding[], before: readonly Finding[]): boolean {
  const known = new Set(before.map(({ code, quote }) => `${code} ${quote}`));
  return findings.some(({ severity, code, quote }) => severity === 'look' && !known.has(`${code} ${quote}`));
}
