import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Listener } from '#libs/platform/database';
import { organizationRoom, RealtimeServer } from '#libs/platform/realtime';
import { UnpushedRuns } from '../app/unpushed-runs.js';

/**
 * Tells open sockets that a list of matches has changed. Workers run and have no sockets; the table announces
 * each run at commit, every API process hears it, and the one that takes the row up pushes it through the
 * cluster. What was announced while nobody listened is taken up afterwards.
 */
@Injectable()
export class MatchesPublisher implements OnApplicationBootstrap {
  private readonly logger = new Logger(MatchesPublisher.name);
  private working = false;
  private again = false;

  constructor(
    private readonly listener: Listener,
    private readonly unpushed: UnpushedRuns,
    private readonly server: RealtimeServer,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const push = (): void => void this.push();
    this.listener.onReconnect(push);
    await this.listener.listen('matches_refreshed', push);
    push();
  }

  /** Runs once at a time; an announcement meanwhile makes it look once more. */
  private async push(): Promise<void> {
    this.again = true;
    if (this.working) return;
    this.working = true;
    try {
      while (this.again) {
        this.again = false;
        await this.pushAll();
      }
    } catch (error) {
      this.logger.warn({ msg: 'Refreshed matches could not be pushed', err: error });
    } finally {
      this.working = false;
    }
  }

  private async pushAll(): Promise<void> {
    for (let taken = await this.unpushed.take(); taken.length > 0; taken = await this.unpushed.take()) {
      for (const { type, id, organizationId } of taken) {
        this.server.emit(organizationRoom(organizationId), 'matchmaking.matches-refreshed', {
          subjectType: type,
          subjectId: id,
        });
      }
    }
  }
}
