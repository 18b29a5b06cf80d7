import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { AnnouncedRowsPublisher, organizationRoom, RealtimeServer } from '#libs/platform/realtime';
import { SectionCommentsReader } from '../app/section-comments.reader.js';

/** Tells open screens of a consortium that there is something to read about a section. */
@Injectable()
export class SectionCommentsPublisher implements OnApplicationBootstrap {
  constructor(
    private readonly announced: AnnouncedRowsPublisher,
    private readonly comments: SectionCommentsReader,
    private readonly server: RealtimeServer,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.announced.follow({
      channel: 'proposal_comment_changed',
      take: () => this.comments.takeUnpushed(),
      push: ({ proposalId, organizationIds }) => {
        this.server.emit(organizationIds.map(organizationRoom), 'proposals.comments-changed', { proposalId });
      },
    });
  }
}
