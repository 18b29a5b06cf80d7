import { Body, Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type Actor, actingOrganization } from '#libs/kernel';
import { OrganizationsReader } from '#libs/organizations';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { Cursors, IdParam, IfMatch, ProblemResponses } from '#libs/platform/http';
import { CastBallot } from '../app/cast-ballot.js';
import { type VoteDetails, VotesReader } from '../app/votes.reader.js';
import { minutesCsv } from '../domain/minutes.js';
import {
  CastBallotDto,
  ListVotesQuery,
  organizationsOf,
  toVoteCard,
  toVoteResponse,
  VotePageResponse,
  VoteResponse,
} from './vote.dto.js';

@ApiTags('votes')
@Controller('api/v1/votes')
export class VotesController {
  constructor(
    private readonly castBallot: CastBallot,
    private readonly votes: VotesReader,
    private readonly organizations: OrganizationsReader,
    private readonly cursors: Cursors,
  ) {}

  /** Votes in whose electorate the acting city sits, newest first; all for the secretariat. */
  @Get()
  @RequirePermission('membership.read')
  @ApiOperation({ operationId: 'listVotes' })
  @ApiOkResponse({ type: VotePageResponse })
  async list(@CurrentActor() actor: Actor, @Query() query: ListVotesQuery): Promise<VotePageResponse> {
    const states = query.state ?? [];
    const scope = `votes ${actingOrganization(actor).id} ${[...states].sort().join()}`;
    const after = this.cursors.read<string>(query.cursor, scope);
    const rows = await this.votes.list(actor, states, after, query.limit + 1);
    const { items, nextCursor } = this.cursors.page(rows, query.limit, scope, ({ vote }) => vote.id);
    const cards = await this.organizations.cards(items.map(({ vote }) => vote.organizationId));
    return { items: items.map((seated) => toVoteCard(actor, seated, cards)), nextCursor };
  }

  /** One vote: what is asked, who may vote and why, how many have; for its electorate and the secretariat. */
  @Get(':id')
  @RequirePermission('membership.read')
  @ApiOperation({ operationId: 'readVote' })
  @ApiOkResponse({ type: VoteResponse })
  @ProblemResponses(404)
  async read(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<VoteResponse> {
    return this.present(actor, await this.votes.one(actor, id));
  }

  /** Votes for the acting city, or changes its vote, until the close; the last ballot closes the vote. */
  @Post(':id/cast')
  @HttpCode(200)
  @RequirePermission('membership.vote')
  @ApiOperation({ operationId: 'castBallot' })
  @ApiOkResponse({ type: VoteResponse })
  @ProblemResponses(404, [403, 'vote/not-a-signatory'], [409, 'vote/closed', 'vote/conflict'])
  async cast(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
    @Body() { choice }: CastBallotDto,
  ): Promise<VoteResponse> {
    await this.castBallot.execute(actor, id, choice, version);
    return this.present(actor, await this.votes.one(actor, id));
  }

  /** The minutes of a closed vote: electorate, turnout, result and its reasons. */
  @Get(':id/minutes')
  @RequirePermission('membership.read')
  @ApiOperation({ operationId: 'readMinutes' })
  @ApiOkResponse({ type: VoteResponse })
  @ProblemResponses(404, [409, 'vote/still-open'])
  async minutes(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<VoteResponse> {
    return this.present(actor, await this.votes.minutes(actor, id));
  }

  /** The minutes as CSV, UTF-8. */
  @Get(':id/minutes.csv')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="minutes.csv"')
  @RequirePermission('membership.read')
  @ApiOperation({ operationId: 'exportMinutes' })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  @ProblemResponses(404, [409, 'vote/still-open'])
  async csv(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<string> {
    const details = await this.votes.minutes(actor, id);
    const { organization, electorate } = await this.present(actor, details);
    const { secrecy, opensAt, closedAt, closesAt, result } = details.vote;
    if (!result) throw new Error('A closed vote has no result.');
    const subject = `Full membership: ${organization.name}`;
    return minutesCsv(
      { subject, secrecy, opensAt, closedAt: closedAt ?? closesAt, result },
      electorate.map(({ city, hasVoted, ...seat }) => ({
        ...seat,
        city: city?.name ?? null,
        voted: hasVoted,
      })),
    );
  }

  private async present(actor: Actor, details: VoteDetails): Promise<VoteResponse> {
    const cards = await this.organizations.cards(organizationsOf(details));
    return toVoteResponse(actor, details, cards);
  }
}
