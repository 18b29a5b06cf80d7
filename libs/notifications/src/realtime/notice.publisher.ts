import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Listener } from '#libs/platform/database';
import { personRoom, RealtimeServer } from '#libs/platform/realtime';
import { UnpushedNotices } from '../app/unpushed-notices.js';

/**
 * Tells open sockets of new notices. Workers write notices and have no sockets; the table announces each at
 * commit, every API process hears it, and the one that takes the row up pushes it through the cluster, so that
 * a person hears of it once on every device. What was announced while nobody listened is taken up afterwards.
 */
@Injectable()
export class NoticePublisher implements OnApplicationBootstrap {
  private readonly logger = new Logger(NoticePublisher.name);
  private working = false;
  private again = false;

  constructor(
    private readonly listener: Listener,
    private readonly unpushed: UnpushedNotices,
    private readonly server: RealtimeServer,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const push = (): void => void this.push();
    this.listener.onReconnect(push);
    await this.listener.listen('notice_added', push);
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
      this.logger.warn({ msg: 'Notices could not be pushed', err: error });
    } finally {
      this.working = false;
    }
  }

  private async pushAll(): Promise<void> {
    for (let taken = await this.unpushed.take(); taken.length > 0; taken = await this.unpushed.take()) {
      for (const { personId, noticeId, unread } of taken)
        this.server.emit(personRoom(personId), 'notifications.notice-added', { noticeId, unread });
    }
  }
}
