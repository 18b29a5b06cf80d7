import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { PersonsReader } from '#libs/identity';
import type { Actor } from '#libs/kernel';
import { OrganizationsReader } from '#libs/organizations';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { IdParam, ProblemResponses } from '#libs/platform/http';
import { CommentOnSection } from '../app/comment-on-section.js';
import { SectionCommentsReader } from '../app/section-comments.reader.js';
import { SayAboutSectionDto, SectionCommentsResponse } from './section-comments.dto.js';

@ApiTags('proposals')
@Controller('api/v1/proposals/:id/comments')
export class SectionCommentsController {
  constructor(
    private readonly comments: SectionCommentsReader,
    private readonly commentOnSection: CommentOnSection,
    private readonly persons: PersonsReader,
    private readonly organizations: OrganizationsReader,
  ) {}

  /** What the consortium said among itself about the sections; for those who write and sign the proposal. */
  @Get()
  @RequirePermission('proposal.read')
  @ApiOperation({ operationId: 'listSectionComments' })
  @ApiOkResponse({ type: SectionCommentsResponse })
  @ProblemResponses(404)
  async list(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
  ): Promise<SectionCommentsResponse> {
    return this.all(actor, id);
  }

  /** Begins a thread about a section, or answers one; answers all there is. */
  @Post()
  @HttpCode(200)
  @RequirePermission('proposal.write-along')
  @ApiOperation({ operationId: 'sayAboutSection' })
  @ApiOkResponse({ type: SectionCommentsResponse })
  @ProblemResponses(
    404,
    [409, 'proposal/not-editable'],
    [409, 'proposal/wrong-part'],
    [422, 'proposal/too-many'],
  )
  async say(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() { body, language, section, quote, threadId }: SayAboutSectionDto,
  ): Promise<SectionCommentsResponse> {
    const words = { body, language };
    await this.commentOnSection.say(
      actor,
      id,
      threadId === null ? { ...words, threadId, section, quote } : { ...words, threadId },
    );
    return this.all(actor, id);
  }

  /** Settles a thread; it stays to be read. */
  @Post(':commentId/resolve')
  @HttpCode(200)
  @RequirePermission('proposal.write-along')
  @ApiOperation({ operationId: 'resolveSectionThread' })
  @ApiOkResponse({ type: SectionCommentsResponse })
  @ProblemResponses(404, [409, 'proposal/not-editable'], [409, 'proposal/wrong-part'])
  async resolve(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Param('commentId', IdParam) commentId: string,
  ): Promise<SectionCommentsResponse> {
    await this.commentOnSection.settle(actor, id, commentId, 'resolve');
    return this.all(actor, id);
  }

  /** Opens a settled thread again. */
  @Post(':commentId/reopen')
  @HttpCode(200)
  @RequirePermission('proposal.write-along')
  @ApiOperation({ operationId: 'reopenSectionThread' })
  @ApiOkResponse({ type: SectionCommentsResponse })
  @ProblemResponses(404, [409, 'proposal/not-editable'], [409, 'proposal/wrong-part'])
  async reopen(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Param('commentId', IdParam) commentId: string,
  ): Promise<SectionCommentsResponse> {
    await this.commentOnSection.settle(actor, id, commentId, 'reopen');
    return this.all(actor, id);
  }

  private async all(actor: Actor, id: string): Promise<SectionCommentsResponse> {
    const { comments, mayComment } = await this.comments.of(actor, id);
    const [persons, cards] = await Promise.all([
      this.persons.byIds(comments.map(({ authorId }) => authorId)),
      this.organizations.cards(comments.map(({ organizationId }) => organizationId)),
    ]);
    const items = comments.map(({ proposalId: _id, resolvedBy: _by, resolvedAt, createdAt, ...comment }) => ({
      ...comment,
      author: persons.get(comment.authorId)?.displayName ?? '',
      organization: cards.get(comment.organizationId)?.name ?? '',
      resolvedAt: resolvedAt?.toISOString() ?? null,
      createdAt: createdAt.toISOString(),
    }));
    return { items, nextCursor: null, mayComment };
  }
}
