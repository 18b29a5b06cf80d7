import { Module } from '@nestjs/common';
import { JobsModule } from '#libs/platform/queue';
import { ExpireInterestJob } from './jobs/expire-interest.job.js';
import { RefreshMatchesAgainJob } from './jobs/refresh-matches-again.job.js';
import { RefreshMatchesJob } from './jobs/refresh-matches.job.js';
import { RefreshOrganizationJob } from './jobs/refresh-organization.job.js';
import { RemindReceiverJob } from './jobs/remind-receiver.job.js';
import { RetireMatchesJob } from './jobs/retire-matches.job.js';
import { RunMatchingJob } from './jobs/run-matching.job.js';
import { FoldAnswersJob } from './jobs/fold-answers.job.js';
import { ForgetShownJob } from './jobs/forget-shown.job.js';
import { NoteAnswerJob } from './jobs/note-answer.job.js';
import { StartDueRunJob } from './jobs/start-due-run.job.js';
import { WatchVocabularyJob } from './jobs/watch-vocabulary.job.js';
import { TellInterestedJob } from './jobs/tell-interested.job.js';
import { MatchmakingModule } from './matchmaking.module.js';

@Module({
  imports: [
    JobsModule.forHandlers(
      [
        RefreshMatchesJob,
        RefreshMatchesAgainJob,
        RefreshOrganizationJob,
        RetireMatchesJob,
        RunMatchingJob,
        StartDueRunJob,
        WatchVocabularyJob,
        NoteAnswerJob,
        FoldAnswersJob,
        ForgetShownJob,
        RemindReceiverJob,
        ExpireInterestJob,
        TellInterestedJob,
      ],
      [MatchmakingModule],
    ),
  ],
})
export class MatchmakingJobsModule {}
