import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { AnnouncedRowsPublisher, personRoom, RealtimeServer } from '#libs/platform/realtime';
import { type NoticePush, UnpushedNotices } from '../app/unpushed-notices.js';

/** Tells a person's open sockets of what changes in the inbox, so that every device shows the same. */
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
      push: (change) => {
        this.push(change);
      },
    });
  }

  private push({ personId, noticeId, unread }: NoticePush): void {
    const room = personRoom(personId);
    if (noticeId === null) this.server.emit(room, 'notifications.notices-changed', { unread });
    else this.server.emit(room, 'notifications.notice-added', { noticeId, unread });
  }
}
