import { Module } from '@nestjs/common';
import { ConversationsController } from './http/conversations.controller.js';
import { MessagesController } from './http/messages.controller.js';
import { MessagingModule } from './messaging.module.js';

/** Messaging over HTTP. */
@Module({
  imports: [MessagingModule],
  controllers: [ConversationsController, MessagesController],
})
export class MessagingHttpModule {}
