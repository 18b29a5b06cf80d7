import { Module } from '@nestjs/common';
import { AdmissionModule } from './admission.module.js';
import { RecommendationsPublisher } from './realtime/recommendations.publisher.js';

@Module({ imports: [AdmissionModule], providers: [RecommendationsPublisher] })
export class AdmissionRealtimeModule {}
