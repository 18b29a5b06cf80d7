import { Module } from '@nestjs/common';
import { MatchmakingModule } from './matchmaking.module.js';
import { MatchesPublisher } from './realtime/matches.publisher.js';

/** News of matches over sockets; in processes that serve them. */
@Module({ imports: [MatchmakingModule], providers: [MatchesPublisher] })
export class MatchmakingRealtimeModule {}
