import { Module } from '@nestjs/common';
import { OrganizationsModule } from '#libs/organizations';
import { IdentityModule } from '#libs/identity';
import { featureEntities } from '#libs/platform/database';
import { ConversationAccess } from './app/conversation-access.js';
import { ConversationMembers } from './app/conversation-members.js';
import { ConversationSubjects } from './app/conversation-subjects.js';
import { ConversationFeed } from './app/conversation-feed.js';
import { ConversationsReader } from './app/conversations.reader.js';
import { MarkRead } from './app/mark-read.js';
import { MergeConversations } from './app/merge-conversations.js';
import { MessageWriter } from './app/message-writer.js';
import { MessagingData } from './app/messaging-data.js';
import { OpenConversation } from './app/open-conversation.js';
import { PostMessage } from './app/post-message.js';
import { RoomLines } from './app/room-lines.js';
import { ParticipantCards } from './app/participant-cards.js';
import { PushedMessages } from './app/pushed-messages.js';
import { ConversationEntity } from './data/conversation.entity.js';
import { ConversationRepository } from './data/conversation.repository.js';
import { MessageEntity } from './data/message.entity.js';
import { MessageRepository } from './data/message.repository.js';
import { ParticipantEntity } from './data/participant.entity.js';
import { RoomRepository } from './data/room.repository.js';

/** Conversations and their messages; no transport. */
@Module({
  imports: [
    featureEntities([ConversationEntity, ParticipantEntity, MessageEntity]),
    IdentityModule,
    OrganizationsModule,
  ],
  providers: [
    ConversationRepository,
    MessageRepository,
    RoomRepository,
    RoomLines,
    ConversationMembers,
    ConversationSubjects,
    ConversationAccess,
    ConversationFeed,
    ParticipantCards,
    ConversationsReader,
    OpenConversation,
    MessageWriter,
    MessagingData,
    MergeConversations,
    PostMessage,
    PushedMessages,
    MarkRead,
  ],
  exports: [
    ConversationsReader,
    ConversationFeed,
    ConversationMembers,
    ConversationSubjects,
    OpenConversation,
    PostMessage,
    PushedMessages,
    MarkRead,
  ],
})
export class MessagingModule {}
