import { Injectable, Logger } from '@nestjs/common';
import { nextState } from '#libs/kernel';
import { Database } from '#libs/platform/database';
import { Mailer, MailRefused } from '#libs/platform/mail';
import { type AttemptOutcome, MailRepository } from '../data/mail.repository.js';
import { type ClaimedMail, GIVE_UP_AFTER_DAYS, mailTransitions, pauseAfter } from '../domain/mail.js';
import { StopAddress } from './stop-address.js';
import { MailPace } from './mail-pace.js';
import { SecondLook } from './second-look.js';

type Ending = 'deliver' | 'postpone' | 'give-up' | 'drop';

/**
 * Sends mail that waits. SMTP knows no two-phase commit: between the server's `250` and our commit lies a window
 * in which a crash, or an answer lost on the line, makes the mail go out again, with the same Message-ID. Nothing
 * else repeats one, and nothing loses one.
 */
@Injectable()
export class SendMail {
  private readonly logger = new Logger(SendMail.name);

  constructor(
    private readonly database: Database,
    private readonly mails: MailRepository,
    private readonly mailer: Mailer,
    private readonly secondLook: SecondLook,
    private readonly stopAddress: StopAddress,
    private readonly pace: MailPace,
  ) {}

  /** Sends this mail, unless it is gone, not due yet, or in the hands of another worker. */
  async one(id: string): Promise<void> {
    const mail = await this.mails.claim(this.database, id, this.pace.claim, GIVE_UP_AFTER_DAYS);
    if (mail) await this.attempt(mail);
  }

  /** Sends what is due, the longest waiting first; stops between two mails when `signal` is aborted. */
  async due(signal: AbortSignal): Promise<void> {
    for (let sent = 0; sent < this.pace.perSweep && !signal.aborted; sent += 1) {
      const mail = await this.mails.claimNext(this.database, this.pace.claim, GIVE_UP_AFTER_DAYS);
      if (!mail) return;
      await this.attempt(mail);
    }
  }

  private async attempt(mail: ClaimedMail): Promise<void> {
    const keeping = setInterval(() => void this.keepClaim(mail), (this.pace.claim * 1_000) / 3);
    let outcome: AttemptOutcome;
    try {
      outcome = await this.handOver(mail);
    } catch (error) {
      outcome = this.failed(mail, error);
      if (error instanceof MailRefused && error.addressUnknown) await this.stop(mail, error);
    } finally {
      clearInterval(keeping);
    }
    if (!(await this.mails.settle(this.database, mail, outcome)))
      this.logger.warn({ msg: 'A mail was sent past its claim', ...marks(mail) });
  }

  private async handOver(mail: ClaimedMail): Promise<AttemptOutcome> {
    const look = await this.secondLook.at(mail);
    if (look.envelope === null) return ending(look.verb, look.reason);
    await this.mailer.send(look.envelope);
    return { ...ending('deliver', null), captured: this.mailer.captures };
  }

  private async stop({ personId, to, requestId }: ClaimedMail, { message }: MailRefused): Promise<void> {
    await this.stopAddress.execute({ personId, email: to, reason: message, requestId });
  }

  private failed(mail: ClaimedMail, error: unknown): AttemptOutcome {
    const reason = error instanceof Error ? error.message : String(error);
    const verb = error instanceof MailRefused || mail.overdue ? 'give-up' : 'postpone';
    // The answer of a mail server may repeat the address: it stays in the row, the log has the kind only.
    const kind = (error as { code?: unknown } | null)?.code ?? 'unknown';
    this.logger.warn({ msg: 'A mail could not be sent', verb, kind, ...marks(mail) });
    return ending(verb, reason, verb === 'postpone' ? pauseAfter(mail.attempt, this.pace.firstPause) : 0);
  }

  private async keepClaim(mail: ClaimedMail): Promise<void> {
    await this.mails.extend(this.database, mail, this.pace.claim).catch((error: unknown) => {
      this.logger.warn({ msg: 'A claim could not be kept', err: error, ...marks(mail) });
    });
  }
}

function ending(verb: Ending, error: string | null, pause = 0): AttemptOutcome {
  const state = nextState(mailTransitions, 'sending', verb) as AttemptOutcome['state'];
  return { state, captured: false, error, pause };
}

const marks = ({ id, attempt, requestId }: ClaimedMail) => ({ mailId: id, attempt, requestId });
