import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { IdParam, IfMatch, ProblemResponses } from '#libs/platform/http';
import { AttachEvidence } from '../app/attach-evidence.js';
import { ChangeDay } from '../app/change-day.js';
import { JudgeMilestone } from '../app/judge-milestone.js';
import { SubmitMilestone } from '../app/submit-milestone.js';
import { PresentProject } from './present-project.js';
import {
  AcceptMilestoneDto,
  AddEvidenceDto,
  AskDayDto,
  ReturnMilestoneDto,
  SubmitMilestoneDto,
} from './project.dto.js';
import { ProjectResponse } from './project-response.dto.js';

/** What a project has to show: handed in by the consortium, judged by who runs the call. */
@ApiTags('projects')
@Controller('api/v1/projects/:id/milestones/:milestoneId')
export class MilestonesController {
  constructor(
    private readonly present: PresentProject,
    private readonly submission: SubmitMilestone,
    private readonly judgement: JudgeMilestone,
    private readonly days: ChangeDay,
    private readonly evidence: AttachEvidence,
  ) {}

  /** Hands it in, with words, files attached before, and for reports what was spent. */
  @Post('submit')
  @HttpCode(200)
  @RequirePermission('project.submit')
  @ApiOperation({ operationId: 'submitMilestone' })
  @ApiOkResponse({ type: ProjectResponse })
  @ProblemResponses(
    404,
    [409, 'project/not-live'],
    [409, 'milestone/wrong-state'],
    [422, 'milestone/nothing-to-show'],
    [422, 'project/unknown-budget-line'],
  )
  async submit(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) projectId: string,
    @Param('milestoneId', IdParam) milestoneId: string,
    @Body() submission: SubmitMilestoneDto,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<ProjectResponse> {
    await this.submission.execute(actor, { projectId, milestoneId, version }, submission);
    return this.present.of(actor, projectId);
  }

  /** The officer accepts what was handed in. */
  @Post('accept')
  @HttpCode(200)
  @RequirePermission('project.manage')
  @ApiOperation({ operationId: 'acceptMilestone' })
  @ApiOkResponse({ type: ProjectResponse })
  @ProblemResponses(404, [409, 'project/not-live'], [409, 'milestone/wrong-state'])
  async accept(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) projectId: string,
    @Param('milestoneId', IdParam) milestoneId: string,
    @Body() { note, language }: AcceptMilestoneDto,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<ProjectResponse> {
    await this.judgement.execute(
      actor,
      'accept',
      { projectId, milestoneId, version },
      { words: note, language },
    );
    return this.present.of(actor, projectId);
  }

  /** The officer returns it, and says what is missing. */
  @Post('return')
  @HttpCode(200)
  @RequirePermission('project.manage')
  @ApiOperation({ operationId: 'returnMilestone' })
  @ApiOkResponse({ type: ProjectResponse })
  @ProblemResponses(404, [409, 'project/not-live'], [409, 'milestone/wrong-state'])
  async giveBack(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) projectId: string,
    @Param('milestoneId', IdParam) milestoneId: string,
    @Body() { note, language }: ReturnMilestoneDto,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<ProjectResponse> {
    await this.judgement.execute(
      actor,
      'return',
      { projectId, milestoneId, version },
      { words: note, language },
    );
    return this.present.of(actor, projectId);
  }

  /** Asks for another day, with a reason. */
  @Post('ask-day')
  @HttpCode(200)
  @RequirePermission('project.submit')
  @ApiOperation({ operationId: 'askMilestoneDay' })
  @ApiOkResponse({ type: ProjectResponse })
  @ProblemResponses(
    404,
    [409, 'project/not-live'],
    [409, 'milestone/not-open'],
    [409, 'milestone/day-already-asked'],
    [422, 'milestone/wrong-day'],
  )
  async askDay(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) projectId: string,
    @Param('milestoneId', IdParam) milestoneId: string,
    @Body() wish: AskDayDto,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<ProjectResponse> {
    await this.days.ask(actor, { projectId, milestoneId, version }, wish);
    return this.present.of(actor, projectId);
  }

  /** Takes the wish for another day back. */
  @Post('withdraw-day')
  @HttpCode(200)
  @RequirePermission('project.submit')
  @ApiOperation({ operationId: 'withdrawMilestoneDay' })
  @ApiOkResponse({ type: ProjectResponse })
  @ProblemResponses(404, [409, 'project/not-live'])
  async withdrawDay(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) projectId: string,
    @Param('milestoneId', IdParam) milestoneId: string,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<ProjectResponse> {
    await this.days.withdraw(actor, { projectId, milestoneId, version });
    return this.present.of(actor, projectId);
  }

  /** The officer sets the day that was asked for. */
  @Post('approve-day')
  @HttpCode(200)
  @RequirePermission('project.manage')
  @ApiOperation({ operationId: 'approveMilestoneDay' })
  @ApiOkResponse({ type: ProjectResponse })
  @ProblemResponses(404, [409, 'project/not-live'])
  async approveDay(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) projectId: string,
    @Param('milestoneId', IdParam) milestoneId: string,
    @Body() { note, language }: AcceptMilestoneDto,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<ProjectResponse> {
    await this.days.answer(actor, { projectId, milestoneId, version }, 'approve', { words: note, language });
    return this.present.of(actor, projectId);
  }

  /** The officer keeps the day, and says why. */
  @Post('decline-day')
  @HttpCode(200)
  @RequirePermission('project.manage')
  @ApiOperation({ operationId: 'declineMilestoneDay' })
  @ApiOkResponse({ type: ProjectResponse })
  @ProblemResponses(404, [409, 'project/not-live'])
  async declineDay(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) projectId: string,
    @Param('milestoneId', IdParam) milestoneId: string,
    @Body() { note, language }: ReturnMilestoneDto,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<ProjectResponse> {
    await this.days.answer(actor, { projectId, milestoneId, version }, 'decline', { words: note, language });
    return this.present.of(actor, projectId);
  }

  /** Lets a file that was uploaded for it show what was reached. */
  @Post('evidence')
  @HttpCode(200)
  @RequirePermission('project.submit')
  @ApiOperation({ operationId: 'addMilestoneEvidence' })
  @ApiOkResponse({ type: ProjectResponse })
  @ProblemResponses(
    404,
    [409, 'project/not-live'],
    [409, 'milestone/not-open'],
    [422, 'file/unusable'],
    [422, 'project/too-many-files'],
  )
  async addEvidence(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) projectId: string,
    @Param('milestoneId', IdParam) milestoneId: string,
    @Body() file: AddEvidenceDto,
  ): Promise<ProjectResponse> {
    await this.evidence.add(actor, { projectId, milestoneId }, file);
    return this.present.of(actor, projectId);
  }

  /** Takes a file out again, before it is handed in. */
  @Post('evidence/:evidenceId/remove')
  @HttpCode(200)
  @RequirePermission('project.submit')
  @ApiOperation({ operationId: 'removeMilestoneEvidence' })
  @ApiOkResponse({ type: ProjectResponse })
  @ProblemResponses(404, [409, 'project/not-live'], [409, 'milestone/not-open'])
  async removeEvidence(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) projectId: string,
    @Param('milestoneId', IdParam) milestoneId: string,
    @Param('evidenceId', IdParam) evidenceId: string,
  ): Promise<ProjectResponse> {
    await this.evidence.remove(actor, { projectId, milestoneId }, evidenceId);
    return this.present.of(actor, projectId);
  }
}
