import { Module } from '@nestjs/common';
import { CallsModule } from '#libs/calls';
import { MessagingModule } from '#libs/messaging';
import { OrganizationsModule } from '#libs/organizations';
import { featureEntities } from '#libs/platform/database';
import { FilesModule } from '#libs/platform/files';
import { ProposalsModule } from '#libs/proposals';
import { AttachEvidence } from './app/attach-evidence.js';
import { ChangeDay } from './app/change-day.js';
import { CloseProject, ClosingRows } from './app/close-project.js';
import { GovernProject, ProjectClocks } from './app/govern-project.js';
import { JoinTalk } from './app/join-talk.js';
import { JudgeMilestone } from './app/judge-milestone.js';
import { MergeProjects } from './app/merge-projects.js';
import { MilestoneDesk } from './app/milestone-desk.js';
import { MilestoneTimers } from './app/milestone-timers.js';
import { OpenRatings } from './app/open-ratings.js';
import { PortfolioReader } from './app/portfolio.reader.js';
import { ProjectAccess } from './app/project-access.js';
import { EvidenceFiles, PictureFiles } from './app/project-files.js';
import { ConsortiumOfNow } from './app/consortium-of-now.js';
import { ProjectPeople } from './app/project-people.js';
import { ProjectRecords } from './app/project-records.js';
import { ProjectsData } from './app/projects-data.js';
import { ProjectsOf } from './app/projects-of.js';
import { ProjectsReader } from './app/projects.reader.js';
import { RatePartners } from './app/rate-partners.js';
import { SealedRatings } from './app/sealed-ratings.js';
import { StartProject } from './app/start-project.js';
import { SubmissionRows, SubmitMilestone } from './app/submit-milestone.js';
import { WatchMilestone } from './app/watch-milestone.js';
import { WinnerLoader } from './app/winner.loader.js';
import { WorkspaceReader, WorkspaceRows } from './app/workspace.reader.js';
import { ResultRows, WriteResult } from './app/write-result.js';
import { DayChangeRepository } from './data/day-change.repository.js';
import { EvidenceRepository } from './data/evidence.repository.js';
import { MilestoneRepository } from './data/milestone.repository.js';
import { ProjectBudgetLineEntity } from './data/project-budget-line.entity.js';
import { ProjectDayChangeEntity } from './data/project-day-change.entity.js';
import { ProjectEvidenceEntity } from './data/project-evidence.entity.js';
import { ProjectMergeRepository } from './data/project-merge.repository.js';
import { ProjectMilestoneEntity } from './data/project-milestone.entity.js';
import { ProjectPartnerEntity } from './data/project-partner.entity.js';
import { ProjectPictureEntity } from './data/project-picture.entity.js';
import { ProjectRatingEntity } from './data/project-rating.entity.js';
import { ProjectResultEntity } from './data/project-result.entity.js';
import { ProjectStepEntity } from './data/project-step.entity.js';
import { ProjectEntity } from './data/project.entity.js';
import { ProjectRepository } from './data/project.repository.js';
import { ProjectsOfPersonRepository } from './data/projects-of-person.repository.js';
import { RatingRepository } from './data/rating.repository.js';
import { ResultRepository } from './data/result.repository.js';
import { StepRepository } from './data/step.repository.js';

const ENTITIES = [
  ProjectEntity,
  ProjectPartnerEntity,
  ProjectBudgetLineEntity,
  ProjectMilestoneEntity,
  ProjectEvidenceEntity,
  ProjectDayChangeEntity,
  ProjectRatingEntity,
  ProjectResultEntity,
  ProjectPictureEntity,
  ProjectStepEntity,
];
const REPOSITORIES = [
  ProjectRepository,
  MilestoneRepository,
  EvidenceRepository,
  DayChangeRepository,
  RatingRepository,
  ResultRepository,
  StepRepository,
  ProjectMergeRepository,
  ProjectsOfPersonRepository,
];
const READERS = [ProjectsReader, WorkspaceReader, PortfolioReader, ProjectsOf];
/** Parts that several verbs share. */
const PARTS = [
  ClosingRows,
  EvidenceFiles,
  MilestoneDesk,
  MilestoneTimers,
  PictureFiles,
  ProjectAccess,
  ProjectClocks,
  ConsortiumOfNow,
  ProjectPeople,
  ProjectRecords,
  ResultRows,
  SealedRatings,
  SubmissionRows,
  WinnerLoader,
  WorkspaceRows,
];
const VERBS = [
  AttachEvidence,
  ChangeDay,
  CloseProject,
  GovernProject,
  JoinTalk,
  JudgeMilestone,
  OpenRatings,
  RatePartners,
  StartProject,
  SubmitMilestone,
  WatchMilestone,
  WriteResult,
];

/** Joint projects that come out of accepted proposals, from their start to their public results. */
@Module({
  imports: [
    featureEntities(ENTITIES),
    CallsModule,
    FilesModule,
    MessagingModule,
    OrganizationsModule,
    ProposalsModule,
  ],
  providers: [...REPOSITORIES, ...PARTS, ...READERS, ...VERBS, MergeProjects, ProjectsData],
  exports: [...READERS, ...VERBS],
})
export class ProjectsModule {}
