import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, actingOrganization } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { Cursors, IdParam, IfMatch, ProblemResponses } from '#libs/platform/http';
import { CreateProposal } from '../app/create-proposal.js';
import { EditProposal } from '../app/edit-proposal.js';
import { ProposalsReader } from '../app/proposals.reader.js';
import { SubmitProposal } from '../app/submit-proposal.js';
import { WithdrawProposal } from '../app/withdraw-proposal.js';
import {
  CreateProposalDto,
  EditProposalDto,
  ListProposalsQuery,
  ProposalPageResponse,
  ProposalResponse,
  toProposalCard,
  toProposalResponse,
} from './proposal.dto.js';

@ApiTags('proposals')
@Controller('api/v1/proposals')
export class ProposalsController {
  constructor(
    private readonly createProposal: CreateProposal,
    private readonly editProposal: EditProposal,
    private readonly submitProposal: SubmitProposal,
    private readonly withdrawProposal: WithdrawProposal,
    private readonly proposals: ProposalsReader,
    private readonly cursors: Cursors,
  ) {}

  /** Begins a proposal, as a draft of the acting organization. */
  @Post()
  @RequirePermission('proposal.create')
  @ApiOperation({ operationId: 'createProposal' })
  @ApiCreatedResponse({ type: ProposalResponse })
  @ProblemResponses(
    [409, 'proposal/stage-closed'],
    [422, 'taxonomy/unknown-code', 'proposal/call-not-open-to-you', 'proposal/runs-the-call'],
  )
  async create(@CurrentActor() actor: Actor, @Body() input: CreateProposalDto): Promise<ProposalResponse> {
    return toProposalResponse(actor, await this.createProposal.execute(actor, input));
  }

  /** Proposals of the acting organization, newest first. */
  @Get()
  @RequirePermission('proposal.read')
  @ApiOperation({ operationId: 'listProposals' })
  @ApiOkResponse({ type: ProposalPageResponse })
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: ListProposalsQuery,
  ): Promise<ProposalPageResponse> {
    const states = query.state ?? [];
    const scope = `proposals ${actingOrganization(actor).id} ${[...states].sort().join()}`;
    const after = this.cursors.read<string>(query.cursor, scope);
    const rows = await this.proposals.own(actor, { states, after, limit: query.limit + 1 });
    const page = this.cursors.page(rows, query.limit, scope, (proposal) => proposal.id);
    return {
      items: page.items.map(toProposalCard),
      nextCursor: page.nextCursor,
      ...(query.total && (await this.proposals.countOwn(actor, states))),
    };
  }

  /** One proposal: yours, or a submitted one you were matched with. */
  @Get(':id')
  @RequirePermission('proposal.read')
  @ApiOperation({ operationId: 'readProposal' })
  @ApiOkResponse({ type: ProposalResponse })
  @ProblemResponses(404)
  async read(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<ProposalResponse> {
    return toProposalResponse(actor, await this.proposals.one(actor, id));
  }

  /** Replaces the sent fields of a draft; null clears one. */
  @Patch(':id')
  @RequirePermission('proposal.update')
  @ApiOperation({ operationId: 'editProposal' })
  @ApiOkResponse({ type: ProposalResponse })
  @ProblemResponses(404, [409, 'proposal/not-editable'], [422, 'taxonomy/unknown-code'])
  async edit(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch() version: number,
    @Body() changes: EditProposalDto,
  ): Promise<ProposalResponse> {
    return toProposalResponse(actor, await this.editProposal.execute(actor, id, changes, version));
  }

  /** Hands a draft in: freezes its content, answers the receipt, starts matching. */
  @Post(':id/submit')
  @HttpCode(200)
  @RequirePermission('proposal.submit')
  @ApiOperation({ operationId: 'submitProposal' })
  @ApiOkResponse({ type: ProposalResponse })
  @ProblemResponses(
    404,
    [409, 'proposal/wrong-state'],
    [422, 'proposal/incomplete', 'proposal/runs-the-call'],
  )
  async submit(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<ProposalResponse> {
    return toProposalResponse(actor, await this.submitProposal.execute(actor, id, version));
  }

  /** Takes a submitted proposal back; its frozen versions stay. */
  @Post(':id/withdraw')
  @HttpCode(200)
  @RequirePermission('proposal.withdraw')
  @ApiOperation({ operationId: 'withdrawProposal' })
  @ApiOkResponse({ type: ProposalResponse })
  @ProblemResponses(404, [409, 'proposal/wrong-state'])
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<ProposalResponse> {
    return toProposalResponse(actor, await this.withdrawProposal.execute(actor, id, version));
  }
}
