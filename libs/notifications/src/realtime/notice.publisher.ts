import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { AnnouncedRowsPublisher, personRoom, RealtimeServer } from '#libs/platform/realtime';
import { UnpushedNotices } from '../app/unpushed-notices.js';

/** Tells a person's open sockets of new notices, once on every device. */
@Injectable()
export class NoticePublisher implements OnApplicationBootstrap {
  constructor(
    private readonly announced: AnnouncedRowsPublisher,
    private readonly unpushed: UnpushedNotices,
    private readonly server: RealtimeServer,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.announced.follow({
      channel: 'notice_added',
      take: () => this.unpushed.take(),
      push: ({ personId, noticeId, unread }) => {
        this.server.emit(personRoom(personId), 'notifications.notice-added', { noticeId, unread });
      },
    });
  }
}
