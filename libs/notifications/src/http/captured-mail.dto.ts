import type { CapturedMail } from '../domain/mail.js';

export class CapturedMailCard {
  /** @example "01900000-0000-7000-8000-000000000004" */
  id: string;
  /**
   * Type of the event it tells of.
   * @example "person.registered"
   */
  template: string;
  /** @example "officer@busan.example" */
  to: string;
  /** @example "Confirm your e-mail address for TTN" */
  subject: string;
  /** @example "en" */
  language: string;
  sentAt: Date;
}

export class CapturedMailResponse extends CapturedMailCard {
  /** Header Message-ID. */
  messageId: string;
  /** The plain text part. */
  text: string;
  /** The HTML part, as the receiver's mail program would get it; show it in a sandbox. */
  html: string;
}

export class CapturedMailPageResponse {
  items: CapturedMailCard[];
  nextCursor: string | null;
  /** With `?total=true`: how many there are, counted up to 1,000. */
  total?: number;
  /** There are more than were counted. */
  totalCapped?: boolean;
}

export function toCapturedMailCard(mail: CapturedMail): CapturedMailCard {
  const { id, template, to, subject, language, sentAt } = mail;
  return { id, template, to, subject, language, sentAt };
}

export function toCapturedMailResponse(mail: CapturedMail): CapturedMailResponse {
  const { messageId, text, html } = mail;
  return { ...toCapturedMailCard(mail), messageId, text, html };
}
