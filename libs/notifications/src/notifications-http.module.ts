import { Module } from '@nestjs/common';
import { CapturedMailsController } from './http/captured-mails.controller.js';
import { NoticesController } from './http/notices.controller.js';
import { NotificationsModule } from './notifications.module.js';

@Module({ imports: [NotificationsModule], controllers: [NoticesController, CapturedMailsController] })
export class NotificationsHttpModule {}
