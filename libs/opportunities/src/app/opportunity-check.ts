import { Injectable } from '@nestjs/common';
import type { Reads } from '#libs/platform/database';
import { OpportunityRepository } from '../data/opportunity.repository.js';
import type { Opportunity, OpportunityContent } from '../domain/opportunity.js';
import { RefusedByCheck } from '../domain/opportunity.errors.js';
import { checkQuality, type Finding } from '../domain/quality-check.js';

/** The quality check with what it needs to know: today by the database, and what else the organization offers. */
@Injectable()
export class OpportunityCheck {
  constructor(private readonly opportunities: OpportunityRepository) {}

  /** What the rules find in `content`, which is or becomes that of the opportunity. */
  async findings(
    reads: Reads,
    { id, organizationId }: Pick<Opportunity, 'id' | 'organizationId'>,
    content: OpportunityContent,
  ): Promise<Finding[]> {
    const today = await this.opportunities.today(reads);
    const siblings = await this.opportunities.siblings(reads, organizationId, id);
    return checkQuality(content, { today, siblings });
  }

  /**
   * What is left of {@link findings} where nothing is refused.
   *
   * @throws RefusedByCheck 422
   */
  async pass(
    reads: Reads,
    opportunity: Pick<Opportunity, 'id' | 'organizationId'>,
    content: OpportunityContent,
  ): Promise<Finding[]> {
    const findings = await this.findings(reads, opportunity, content);
    const refusals = findings.filter(({ severity }) => severity === 'refusal');
    if (refusals.length > 0) throw new RefusedByCheck(refusals);
    return findings;
  }
}
