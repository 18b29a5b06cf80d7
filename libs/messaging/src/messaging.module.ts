import { Module } from '@nestjs/common';
import { IdentityModule } from '#libs/identity';
import { OrganizationsModule } from '#libs/organizations';
import { featureEntities } from '#libs/platform/database';
import { FilesModule } from '#libs/platform/files';
import { AnswerContactRequest } from './app/answer-contact-request.js';
import { ArrangeConversation } from './app/arrange-conversation.js';
import { AttachmentFiles } from './app/attachment-files.js';
import { BlockContacts } from './app/block-contacts.js';
import { ChangeRoom } from './app/change-room.js';
import { ContactRequestsReader } from './app/contact-requests.reader.js';
import { ContactsReader } from './app/contacts.reader.js';
import { Circles } from './app/circles.js';
import { ConversationAccess } from './app/conversation-access.js';
import { ConversationFeed } from './app/conversation-feed.js';
import { ConversationMembers } from './app/conversation-members.js';
import { ConversationReportsReader } from './app/conversation-reports.reader.js';
import { ConversationSubjects } from './app/conversation-subjects.js';
import { ConversationsReader } from './app/conversations.reader.js';
import { DecideReport } from './app/decide-report.js';
import { DeleteMessage } from './app/delete-message.js';
import { EditMessage } from './app/edit-message.js';
import { FileReport } from './app/file-report.js';
import { ForgetContacts } from './app/forget-contacts.js';
import { IndexMessages } from './app/index-messages.js';
import { LinkCards } from './app/link-cards.js';
import { MarkRead } from './app/mark-read.js';
import { MergeConversations } from './app/merge-conversations.js';
import { MessageChanges } from './app/message-changes.js';
import { MessageExtras } from './app/message-extras.js';
import { MessageSearch } from './app/message-search.reader.js';
import { MessageWriter } from './app/message-writer.js';
import { MessagesReader } from './app/messages.reader.js';
import { MessagingData } from './app/messaging-data.js';
import { MessagingPreferences } from './app/messaging-preferences.js';
import { OpenConversation } from './app/open-conversation.js';
import { ParticipantCards } from './app/participant-cards.js';
import { PostMessage } from './app/post-message.js';
import { PostWithFiles } from './app/post-with-files.js';
import { PushedMessages } from './app/pushed-messages.js';
import { ReactToMessage } from './app/react-to-message.js';
import { RoomLines } from './app/room-lines.js';
import { SendContactRequest } from './app/send-contact-request.js';
import { StartConversation } from './app/start-conversation.js';
import { UnreadMessages } from './app/unread-messages.reader.js';
import { ContactBlockEntity } from './data/contact-block.entity.js';
import { ContactRequestEntity } from './data/contact-request.entity.js';
import { ConversationReportEntity } from './data/conversation-report.entity.js';
import { ConversationEntity } from './data/conversation.entity.js';
import { MessageSearchEntity, ConversationIndexEntity } from './data/message-search.entity.js';
import { MessageWordingEntity } from './data/message-wording.entity.js';
import { MessageEntity } from './data/message.entity.js';
import { MessagingPreferenceEntity } from './data/messaging-preference.entity.js';
import { ParticipantEntity } from './data/participant.entity.js';
import { CircleRepository } from './data/circle.repository.js';
import { ContactRequestRepository } from './data/contact-request.repository.js';
import { ContactRepository } from './data/contact.repository.js';
import { ConversationReportRepository } from './data/conversation-report.repository.js';
import { ConversationRepository } from './data/conversation.repository.js';
import { MessageChangeRepository } from './data/message-change.repository.js';
import { MessageSearchRepository } from './data/message-search.repository.js';
import { MessageRepository } from './data/message.repository.js';
import { MessagingPreferenceRepository } from './data/messaging-preference.repository.js';
import { RoomRepository } from './data/room.repository.js';
import { UnreadSeatRepository } from './data/unread-seat.repository.js';

const ENTITIES = [
  ContactBlockEntity,
  ContactRequestEntity,
  ConversationReportEntity,
  ConversationEntity,
  MessageSearchEntity,
  ConversationIndexEntity,
  MessageWordingEntity,
  MessageEntity,
  MessagingPreferenceEntity,
  ParticipantEntity,
];
const REPOSITORIES = [
  CircleRepository,
  ContactRequestRepository,
  ContactRepository,
  ConversationReportRepository,
  ConversationRepository,
  MessageChangeRepository,
  MessageSearchRepository,
  MessageRepository,
  MessagingPreferenceRepository,
  RoomRepository,
  UnreadSeatRepository,
];

/** Conversations and their messages; no transport. */
@Module({
  imports: [featureEntities(ENTITIES), IdentityModule, OrganizationsModule, FilesModule],
  providers: [
    ...REPOSITORIES,
    AnswerContactRequest,
    ArrangeConversation,
    AttachmentFiles,
    BlockContacts,
    ChangeRoom,
    Circles,
    ContactRequestsReader,
    ContactsReader,
    ConversationAccess,
    ConversationFeed,
    ConversationMembers,
    ConversationReportsReader,
    ConversationSubjects,
    ConversationsReader,
    DecideReport,
    DeleteMessage,
    EditMessage,
    FileReport,
    ForgetContacts,
    IndexMessages,
    LinkCards,
    MarkRead,
    MergeConversations,
    MessageChanges,
    MessageExtras,
    MessageSearch,
    MessageWriter,
    MessagesReader,
    MessagingData,
    MessagingPreferences,
    OpenConversation,
    ParticipantCards,
    PostMessage,
    PostWithFiles,
    PushedMessages,
    ReactToMessage,
    RoomLines,
    SendContactRequest,
    StartConversation,
    UnreadMessages,
  ],
  exports: [
    AnswerContactRequest,
    ArrangeConversation,
    BlockContacts,
    ChangeRoom,
    Circles,
    ContactRequestsReader,
    ContactsReader,
    ConversationAccess,
    ConversationFeed,
    ConversationMembers,
    ConversationReportsReader,
    ConversationSubjects,
    ConversationsReader,
    DecideReport,
    DeleteMessage,
    EditMessage,
    FileReport,
    ForgetContacts,
    IndexMessages,
    LinkCards,
    MarkRead,
    MessageSearch,
    MessageWriter,
    MessagesReader,
    MessagingPreferences,
    OpenConversation,
    ParticipantCards,
    PostMessage,
    PushedMessages,
    ReactToMessage,
    SendContactRequest,
    StartConversation,
    UnreadMessages,
  ],
})
export class MessagingModule {}
