import { Module } from '@nestjs/common';
import { CapturedMailsController } from './http/captured-mails.controller.js';
import { InboundMailController } from './http/inbound-mail.controller.js';
import { MailBodies } from './http/mail-bodies.js';
import { NoticesController } from './http/notices.controller.js';
import { PushController } from './http/push.controller.js';
import { SettingsController } from './http/settings.controller.js';
import { OneClickStopController, StopMailController } from './http/stop-mail.controller.js';
import { NotificationsModule } from './notifications.module.js';

@Module({
  imports: [NotificationsModule],
  controllers: [
    NoticesController,
    CapturedMailsController,
    SettingsController,
    PushController,
    StopMailController,
    OneClickStopController,
    InboundMailController,
  ],
  providers: [MailBodies],
})
export class NotificationsHttpModule {}
