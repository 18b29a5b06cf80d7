export { MessagingModule } from './messaging.module.js';
export { OpenConversation, type OpenConversationInput } from './app/open-conversation.js';
export { PostMessage, type PostMessageInput, type PostMessageResult } from './app/post-message.js';
export { MarkRead } from './app/mark-read.js';
export {
  type ConversationDetails,
  type ConversationListItem,
  ConversationsReader,
  type ConversationSummary,
  type ParticipantCard,
} from './app/conversations.reader.js';
export type { ConversationMember, ConversationSubject, PinnedFact } from './domain/conversation.js';
