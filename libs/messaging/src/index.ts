export { MessagingModule } from './messaging.module.js';
export { ConversationMembers, type RoomName } from './app/conversation-members.js';
export {
  ConversationSubjects,
  type ConversationSubjectSource,
  type SubjectFact,
} from './app/conversation-subjects.js';
export { OpenConversation, type OpenConversationInput } from './app/open-conversation.js';
export { PostMessage, type PostMessageInput, type PostMessageResult } from './app/post-message.js';
export { ConversationReportsReader } from './app/conversation-reports.reader.js';
export { MarkRead } from './app/mark-read.js';
export {
  type SeatInRoom,
  UnreadMessages,
  type UnreadPace,
  type UnreadSeat,
} from './app/unread-messages.reader.js';
export {
  type ConversationDetails,
  type ConversationListItem,
  ConversationsReader,
  type ConversationSummary,
} from './app/conversations.reader.js';
export type { ParticipantCard } from './app/participant-cards.js';
export type { ConversationMember, ConversationSubject, PinnedFact } from './domain/conversation.js';
