import { Module } from '@nestjs/common';
import { NotificationsModule } from './notifications.module.js';
import { NoticePublisher } from './realtime/notice.publisher.js';
import { OpenLinePublisher } from './realtime/open-line.publisher.js';

export { OpenLinePublisher };

@Module({ imports: [NotificationsModule], providers: [NoticePublisher, OpenLinePublisher] })
export class NotificationsRealtimeModule {}
