import { Module } from '@nestjs/common';
import { OrganizationsModule } from '#libs/organizations';
import { featureEntities } from '#libs/platform/database';
import { ProfilesModule } from '#libs/profiles';
import { VocabularyModule } from '#libs/vocabulary';
import { AnnounceCall } from './app/announce-call.js';
import { CallAccess } from './app/call-access.js';
import { CallCheckReader } from './app/call-check.reader.js';
import { CallClock } from './app/call-clock.js';
import { CallFollowers } from './app/call-followers.js';
import { CallMoves } from './app/call-moves.js';
import { CallTitlesReader } from './app/call-titles.reader.js';
import { CallStages } from './app/call-stages.js';
import { CallTermsReader } from './app/call-terms.reader.js';
import { CallStandingReader } from './app/call-standing.reader.js';
import { CallTimers } from './app/call-timers.js';
import { CallsData } from './app/calls-data.js';
import { CallsReader } from './app/calls.reader.js';
import { ChangeCall } from './app/change-call.js';
import { CreateCall } from './app/create-call.js';
import { EditCall } from './app/edit-call.js';
import { EndCall } from './app/end-call.js';
import { FollowCall } from './app/follow-call.js';
import { KeepTerms } from './app/keep-terms.js';
import { MergeCalls } from './app/merge-calls.js';
import { PublishCall } from './app/publish-call.js';
import { TellFollowers } from './app/tell-followers.js';
import { CallFollowerEntity } from './data/call-follower.entity.js';
import { CallFollowerRepository } from './data/call-follower.repository.js';
import { CallListRepository } from './data/call-list.repository.js';
import { CallStageEntity } from './data/call-stage.entity.js';
import { CallStageRepository } from './data/call-stage.repository.js';
import { CallStepEntity } from './data/call-step.entity.js';
import { CallStoryRepository } from './data/call-story.repository.js';
import { CallVersionEntity } from './data/call-version.entity.js';
import { CallVersionRepository } from './data/call-version.repository.js';
import { CallEntity } from './data/call.entity.js';
import { CallRepository } from './data/call.repository.js';
import { CallsOfPersonRepository } from './data/calls-of-person.repository.js';

const VERBS = [
  AnnounceCall,
  CreateCall,
  EditCall,
  PublishCall,
  ChangeCall,
  EndCall,
  FollowCall,
  TellFollowers,
];
const READERS = [CallsReader, CallStandingReader, CallCheckReader];
const DOOR = [CallClock, CallFollowers, CallMoves, CallTermsReader, CallTitlesReader];

@Module({
  imports: [
    featureEntities([CallEntity, CallVersionEntity, CallStageEntity, CallStepEntity, CallFollowerEntity]),
    OrganizationsModule,
    ProfilesModule,
    VocabularyModule,
  ],
  providers: [
    CallRepository,
    CallVersionRepository,
    CallStageRepository,
    CallStoryRepository,
    CallFollowerRepository,
    CallListRepository,
    CallsOfPersonRepository,
    CallsData,
    CallAccess,
    CallTimers,
    CallStages,
    KeepTerms,
    MergeCalls,
    ...READERS,
    ...VERBS,
    ...DOOR,
  ],
  exports: [OrganizationsModule, CallStages, ...READERS, ...VERBS, ...DOOR],
})
export class CallsModule {}
