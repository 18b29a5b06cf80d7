import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { AnnouncedRowsPublisher, networkRoom, RealtimeServer } from '#libs/platform/realtime';
import { RecommendationsReader } from '../app/recommendations.reader.js';

/** Tells open clients whose recommendations have changed, so that a badge that was taken back goes from every screen. */
@Injectable()
export class RecommendationsPublisher implements OnApplicationBootstrap {
  constructor(
    private readonly announced: AnnouncedRowsPublisher,
    private readonly recommendations: RecommendationsReader,
    private readonly server: RealtimeServer,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.announced.follow({
      channel: 'recommendation_changed',
      take: () => this.recommendations.takeUnpushed(),
      push: (organizationId) => {
        this.server.emit(networkRoom(), 'admission.recommendations-changed', { organizationId });
      },
    });
  }
}
