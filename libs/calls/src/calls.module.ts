import { Module } from '@nestjs/common';
import { OrganizationsModule } from '#libs/organizations';
import { featureEntities } from '#libs/platform/database';
import { CallClock } from './app/call-clock.js';
import { CallFollowers } from './app/call-followers.js';
import { CallMoves } from './app/call-moves.js';
import { CallTitlesReader } from './app/call-titles.reader.js';
import { CallTermsReader } from './app/call-terms.reader.js';
import { CallTimers } from './app/call-timers.js';
import { CallFollowerEntity } from './data/call-follower.entity.js';
import { CallFollowerRepository } from './data/call-follower.repository.js';
import { CallStageEntity } from './data/call-stage.entity.js';
import { CallStageRepository } from './data/call-stage.repository.js';
import { CallStepEntity } from './data/call-step.entity.js';
import { CallStoryRepository } from './data/call-story.repository.js';
import { CallVersionEntity } from './data/call-version.entity.js';
import { CallVersionRepository } from './data/call-version.repository.js';
import { CallEntity } from './data/call.entity.js';
import { CallRepository } from './data/call.repository.js';

const DOOR = [CallClock, CallFollowers, CallMoves, CallTermsReader, CallTitlesReader];

@Module({
  imports: [
    featureEntities([CallEntity, CallVersionEntity, CallStageEntity, CallStepEntity, CallFollowerEntity]),
    OrganizationsModule,
  ],
  providers: [
    CallRepository,
    CallVersionRepository,
    CallStageRepository,
    CallStoryRepository,
    CallFollowerRepository,
    CallTimers,
    ...DOOR,
  ],
  exports: [OrganizationsModule, ...DOOR],
})
export class CallsModule {}
