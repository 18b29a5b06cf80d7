import { Module } from '@nestjs/common';
import { ProposalsModule } from './proposals.module.js';
import { SectionCommentsPublisher } from './realtime/section-comments.publisher.js';

@Module({ imports: [ProposalsModule], providers: [SectionCommentsPublisher] })
export class ProposalsRealtimeModule {}
