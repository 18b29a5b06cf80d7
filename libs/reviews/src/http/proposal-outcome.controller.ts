import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { IdParam, ProblemResponses } from '#libs/platform/http';
import { ProposalOutcomeReader } from '../app/proposal-outcome.reader.js';
import { ProposalOutcomeResponse, toOutcome } from './decision.dto.js';

/** What became of a proposal, for those who proposed it. */
@ApiTags('reviews')
@Controller('api/v1/proposals/:id/decision')
export class ProposalOutcomeController {
  constructor(private readonly outcomes: ProposalOutcomeReader) {}

  /** Its public state; after the release the decision with reasons, conditions and comments of reviewers. */
  @Get()
  @RequirePermission('proposal.read')
  @ApiOperation({ operationId: 'readProposalDecision' })
  @ApiOkResponse({ type: ProposalOutcomeResponse })
  @ProblemResponses(404)
  async read(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
  ): Promise<ProposalOutcomeResponse> {
    return toOutcome(await this.outcomes.of(actor, id));
  }
}
