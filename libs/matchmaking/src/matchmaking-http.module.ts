import { Module } from '@nestjs/common';
import { AnswerCountsController } from './http/answer-counts.controller.js';
import { ExpertsForRequestController } from './http/experts-for-request.controller.js';
import { InterestsController } from './http/interests.controller.js';
import { LearningController } from './http/learning.controller.js';
import { MatchesController } from './http/matches.controller.js';
import { MarketHealthController } from './http/market-health.controller.js';
import { MatchExplanationsController } from './http/match-explanations.controller.js';
import { MatchingRunsController } from './http/matching-runs.controller.js';
import { MatchingWeightsController } from './http/matching-weights.controller.js';
import { NextStepController } from './http/next-step.controller.js';
import { MatchmakingModule } from './matchmaking.module.js';

@Module({
  imports: [MatchmakingModule],
  controllers: [
    MatchesController,
    InterestsController,
    NextStepController,
    MatchExplanationsController,
    MarketHealthController,
    AnswerCountsController,
    MatchingRunsController,
    MatchingWeightsController,
    LearningController,
    ExpertsForRequestController,
  ],
})
export class MatchmakingHttpModule {}
