import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { AnnouncedRowsPublisher, organizationRoom, RealtimeServer } from '#libs/platform/realtime';
import { UnpushedRuns } from '../app/unpushed-runs.js';

/** Tells the open sockets of an organization that a list of its matches has changed. */
@Injectable()
export class MatchesPublisher implements OnApplicationBootstrap {
  constructor(
    private readonly announced: AnnouncedRowsPublisher,
    private readonly unpushed: UnpushedRuns,
    private readonly server: RealtimeServer,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.announced.follow({
      channel: 'matches_refreshed',
      take: () => this.unpushed.take(),
      push: ({ type, id, organizationId }) => {
        const list = { subjectType: type, subjectId: id };
        this.server.emit(organizationRoom(organizationId), 'matchmaking.matches-refreshed', list);
      },
    });
  }
}
