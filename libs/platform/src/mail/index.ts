export { type MailEncloser, type MailEnclosure, MailEnclosures, type MailReader } from './mail-enclosures.js';
export { type DeliveryReport, type InboundMail, readMail } from './inbound-mail.js';
export { MailRefused } from './mail.errors.js';
export { MailModule } from './mail.module.js';
export { Mailer, type OutgoingMail } from './mailer.js';
