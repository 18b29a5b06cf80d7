import { Injectable } from '@nestjs/common';
import { createTransport, type SendMailOptions, type Transporter } from 'nodemailer';
import { TtnConfig } from '#libs/platform/config';
import type { MailEnclosure } from './mail-enclosures.js';
import { MailRefused } from './mail.errors.js';

/** One mail, ready to leave. Texts are plain Unicode; nodemailer encodes them. */
export interface OutgoingMail {
  /** With its angle brackets. The same for every attempt, so that receivers can drop a repetition. */
  readonly messageId: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly enclosures?: readonly MailEnclosure[];
  /** Where answers go; to the sender when it is left out. */
  readonly replyTo?: string;
  /** Where mail servers report what they could not deliver; to the sender when it is left out. */
  readonly returnPath?: string;
}

/** Every wait on the mail server has an end, so that a claim on a mail row can have one too. */
const TIMEOUTS = {
  dnsTimeout: 5_000,
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 20_000,
};

/** Hands mail to the mail server of `SMTP_URL`; without one, composes it all the same and sends nothing. */
@Injectable()
export class Mailer {
  /** No mail leaves: there is no mail server, and what would have been sent is shown in the app. */
  readonly captures: boolean;
  private readonly transport: Pick<Transporter, 'sendMail'>;

  constructor(config: TtnConfig) {
    const { SMTP_URL: url } = config;
    this.captures = url === undefined;
    this.transport =
      url === undefined
        ? createTransport({ streamTransport: true, buffer: true })
        : createTransport({ url, ...TIMEOUTS, disableFileAccess: true, disableUrlAccess: true });
  }

  /**
   * Resolves once the mail server has taken responsibility (its `250`), or the mail is composed where none
   * is set.
   *
   * @throws MailRefused when repeating it is pointless; anything else means: not now
   */
  async send({ enclosures = [], returnPath, ...mail }: OutgoingMail): Promise<void> {
    try {
      const envelope = returnPath === undefined ? {} : { envelope: { from: returnPath, to: mail.to } };
      await this.transport.sendMail({ ...mail, ...envelope, ...enclosed(enclosures) });
    } catch (error) {
      if (isAboutThisMail(error))
        throw new MailRefused(error.message, isAboutAddress(error), { cause: error });
      throw error;
    }
  }
}

/** Refused at RCPT: the server knows no such mailbox (RFC 3463: 5.1.x, where it says more than 550). */
function isAboutAddress(error: Error): boolean {
  const { rejected = [], responseCode, response = '' } = error as Error & SmtpAnswer;
  const status = /\b5\.(\d{1,3})\.\d{1,3}\b/.exec(response)?.[1];
  return rejected.length > 0 && [550, 551, 553].includes(responseCode ?? 0) && (status ?? '1') === '1';
}

interface SmtpAnswer {
  readonly rejected?: readonly string[];
  readonly responseCode?: number;
  readonly response?: string;
}

/**
 * An entry for a calendar goes as an alternative to the text as well: so mail programs offer to accept it, and the file
 * serves all others.
 */
function enclosed(
  enclosures: readonly MailEnclosure[],
): Pick<SendMailOptions, 'attachments' | 'alternatives'> {
  return {
    attachments: enclosures.map(({ name, contentType, content }) => ({
      filename: name,
      contentType,
      content,
    })),
    alternatives: enclosures
      .filter(({ contentType }) => contentType.startsWith('text/calendar'))
      .map(({ contentType, content }) => ({ contentType, content })),
  };
}

/**
 * A 5xx to the address or the content. A refused sign-in or greeting is 5xx too, but says that our settings or
 * the server are wrong, and the mail is good to be sent later.
 */
function isAboutThisMail(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const { code, responseCode = 0 } = error as Error & { code?: string; responseCode?: number };
  return responseCode >= 500 && responseCode !== 503 && (code === 'EENVELOPE' || code === 'EMESSAGE');
}
