import { Module } from '@nestjs/common';
import { InterestsController } from './http/interests.controller.js';
import { MatchesController } from './http/matches.controller.js';
import { NextStepController } from './http/next-step.controller.js';
import { MatchmakingModule } from './matchmaking.module.js';

@Module({
  imports: [MatchmakingModule],
  controllers: [MatchesController, InterestsController, NextStepController],
})
export class MatchmakingHttpModule {}
