// What a thread shows after its words, loaded together and once: many small parts would cost every first page.
export { AttachFiles, ChosenFiles } from './composer-tools.js';
export { ConversationDetails } from './conversation-details.js';
export { ExcerptDialog } from './excerpt-dialog.js';
export { LinkCard } from './link-card.js';
export { MentionPicker } from './mention-picker.js';
export { MessageActions } from './message-actions.js';
export { MessageFiles } from './message-files.js';
export { sayTyping } from './presence.js';
export { HereMark, TypingLine } from './presence-marks.js';
export { ReportDialog } from './report-dialog.js';
export { RoomSettings } from './room-settings.js';
export { StartDialog } from './start-dialog.js';
export { Translation } from './translation.js';
