import { Module } from '@nestjs/common';
import { ContactChoicesController } from './http/contact-choices.controller.js';
import { ContactsController } from './http/contacts.controller.js';
import { ConversationsController } from './http/conversations.controller.js';
import { LinkCardsController } from './http/link-cards.controller.js';
import { MessageChangesController } from './http/message-changes.controller.js';
import { MessagesController } from './http/messages.controller.js';
import { ReportsController } from './http/reports.controller.js';
import { RoomsController } from './http/rooms.controller.js';
import { MessagingModule } from './messaging.module.js';

/** Messaging over HTTP. */
@Module({
  imports: [MessagingModule],
  controllers: [
    RoomsController,
    ConversationsController,
    MessagesController,
    MessageChangesController,
    ContactsController,
    ContactChoicesController,
    ReportsController,
    LinkCardsController,
  ],
})
export class MessagingHttpModule {}
