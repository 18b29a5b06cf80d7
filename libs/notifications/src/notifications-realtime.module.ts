import { Module } from '@nestjs/common';
import { NotificationsModule } from './notifications.module.js';
import { NoticePublisher } from './realtime/notice.publisher.js';

@Module({ imports: [NotificationsModule], providers: [NoticePublisher] })
export class NotificationsRealtimeModule {}
