import { Injectable } from '@nestjs/common';
import { type Actor, NotFound } from '#libs/kernel';
import { TtnConfig } from '#libs/platform/config';
import { Database } from '#libs/platform/database';
import { Mailer } from '#libs/platform/mail';
import { MailRepository } from '../data/mail.repository.js';
import type { CapturedMail } from '../domain/mail.js';
import { MailEnvelopes } from './mail-envelopes.js';

/** Beyond this a total says "or more". */
const TOTAL_CAP = 1000;

/**
 * Mail that no mail server took, shown in the app: in the demonstration and in tests only. A person sees the
 * mail to themselves, an administrator of the secretariat all of it.
 */
@Injectable()
export class CapturedMailsReader {
  constructor(
    private readonly database: Database,
    private readonly mails: MailRepository,
    private readonly envelopes: MailEnvelopes,
    private readonly mailer: Mailer,
    private readonly config: TtnConfig,
  ) {}

  /** Newest first, after the one with id `after`. Errors: request/not-found where mail is not shown. */
  async list(actor: Actor, page: { after: string | undefined; limit: number }): Promise<CapturedMail[]> {
    return this.mails.captured(this.database, { personId: this.addresseeFor(actor), ...page });
  }

  /** How many {@link list} would list, counted up to 1,000. */
  async total(actor: Actor): Promise<{ total: number; totalCapped: boolean }> {
    const total = await this.mails.countCaptured(this.database, this.addresseeFor(actor), TOTAL_CAP + 1);
    return { total: Math.min(total, TOTAL_CAP), totalCapped: total > TOTAL_CAP };
  }

  /** One mail as it would have arrived. Errors: request/not-found, also for somebody else's mail. */
  async one(actor: Actor, id: string): Promise<CapturedMail> {
    const mail = await this.mails.findCaptured(this.database, id, this.addresseeFor(actor));
    if (!mail) throw new NotFound();
    return { ...mail, ...(await this.envelopes.open(mail)) };
  }

  /** Whose mail the actor may see; null: everybody's. */
  private addresseeFor(actor: Actor): string | null {
    const shown = this.mailer.captures && (this.config.DEMO || this.config.NODE_ENV === 'test');
    if (!shown) throw new NotFound();
    const { organization } = actor;
    const seesAll = organization?.kind === 'secretariat' && organization.role === 'administrator';
    return seesAll ? null : actor.personId;
  }
}
