import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { ReplyProblem } from '#libs/contracts';
import { systemActor } from '#libs/kernel';
import { Database, type Transaction, UnitOfWork } from '#libs/platform/database';
import { type DeliveryReport, type InboundMail, readMail } from '#libs/platform/mail';
import { type OriginalMail, ReturnedMailRepository } from '../data/returned-mail.repository.js';
import { MailAddresses } from './mail-addresses.js';
import { PostReply } from './post-reply.js';
import { StopAddress } from './stop-address.js';

/**
 * What became of a mail that came in. `ignored`: written by a program, or to no address of ours; `duplicate`: it came
 * before; `reported`: of a mail server, and nothing follows from it.
 */
export const RETURN_OUTCOMES = ['posted', 'refused', 'stopped', 'reported', 'duplicate', 'ignored'] as const;
export type ReturnOutcome = (typeof RETURN_OUTCOMES)[number];

/** RFC 3463: the mailbox or its domain does not exist, has moved, or is shut. */
const HARD = /^5\.(?:1\.\d{1,3}|2\.1)$/;

/** Takes in what comes back to mails of ours: answers into conversations, and reports of mail servers. */
@Injectable()
export class TakeMail {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly addresses: MailAddresses,
    private readonly returned: ReturnedMailRepository,
    private readonly postReply: PostReply,
    private readonly stopAddress: StopAddress,
  ) {}

  /**
   * Doing it twice changes nothing. Throws when it cannot be done now: the mail server is to bring it again.
   *
   * @param envelopeTo where the mail server says it was sent; what its headers say where it is left out
   */
  async execute(raw: Uint8Array, envelopeTo: string | undefined, requestId: string): Promise<ReturnOutcome> {
    const mail = await readMail(raw);
    const found = (envelopeTo === undefined ? mail.to : [envelopeTo])
      .map((address) => this.addresses.read(address))
      .find((each) => each !== undefined);
    const original = found && (await this.returned.original(this.database, found.mailId));
    if (!original) return 'ignored';
    const digest = createHash('sha256')
      .update(`${original.id} `)
      .update(mail.messageId || raw)
      .digest('hex');
    if (await this.returned.isKnown(this.database, digest)) return 'duplicate';
    // An answer by a program would be answered by one of ours, for ever.
    if (mail.report) return this.report(original, mail.report, digest, requestId);
    if (found.kind === 'bounce' || mail.isAutomatic) return 'ignored';
    return this.reply(original, mail, digest, requestId);
  }

  private async reply(
    original: OriginalMail,
    mail: InboundMail,
    digest: string,
    requestId: string,
  ): Promise<ReturnOutcome> {
    const { isPosted, problem } = await this.postReply.execute(original, mail, digest, requestId);
    const outcome = isPosted ? 'posted' : 'refused';
    await this.unitOfWork.run(systemActor(requestId), async (tx) => {
      if ((await this.returned.note(tx, digest, outcome)) && problem) tellProblem(tx, original, problem);
    });
    return outcome;
  }

  private async report(
    { personId, to }: OriginalMail,
    { action, status, reason }: DeliveryReport,
    digest: string,
    requestId: string,
  ): Promise<ReturnOutcome> {
    const isHard = action === 'failed' && HARD.test(status);
    if (isHard)
      await this.stopAddress.execute({ personId, email: to, reason: reason.slice(0, 500), requestId });
    const outcome = isHard ? 'stopped' : 'reported';
    await this.unitOfWork.run(systemActor(requestId), async (tx) => {
      await this.returned.note(tx, digest, outcome);
    });
    return outcome;
  }
}

function tellProblem(tx: Transaction, original: OriginalMail, problem: ReplyProblem): void {
  const { personId, organizationId, conversationId } = original;
  if (personId === null || organizationId === null || conversationId === null) return;
  tx.emit(
    'message.reply-refused',
    { aggregateType: 'conversation', aggregateId: conversationId, seq: 0, organizationId },
    { toPersonId: personId, toOrganizationId: organizationId, problem },
  );
}
