export { DeliverNotices } from './app/deliver-notices.js';
export { MailAddresses } from './app/mail-addresses.js';
export { MailPace } from './app/mail-pace.js';
export { NoticesReader, type WrittenNotice } from './app/notices.reader.js';
export { SendDigest } from './app/send-digest.js';
export { TellUnread } from './app/tell-unread.js';
export { SendMail } from './app/send-mail.js';
export { type Notice } from './domain/notice.js';
export { NotificationsModule } from './notifications.module.js';
