import { Injectable } from '@nestjs/common';
import { actingOrganization, type Actor, NotFound } from '#libs/kernel';
import { Database, newId, UnitOfWork } from '#libs/platform/database';
import type { MessageView } from '#libs/contracts';
import { ConversationReportRepository } from '../data/conversation-report.repository.js';
import { MessageChangeRepository } from '../data/message-change.repository.js';
import {
  type ConversationReport,
  EVIDENCE_BEFORE,
  type ReportEvidence,
  type ReportReason,
} from '../domain/conversation-report.js';
import { ConversationAccess } from './conversation-access.js';
import { MessagesReader } from './messages.reader.js';

export interface NewReportInput {
  /** The message; left out for the conversation as a whole. */
  readonly seq?: number | undefined;
  readonly reason: ReportReason;
  readonly note: string | null;
  readonly language: string | null;
}

/**
 * Reports a message or a conversation to the secretariat, which sees the message, those just before it and nothing
 * else; what was edited or deleted with the words it had, so that nobody takes back what they are reported for.
 * Reported again while it is looked at, the open case is answered.
 *
 * @throws NotFound for a conversation or message they do not see
 */
@Injectable()
export class FileReport {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly access: ConversationAccess,
    private readonly messages: MessagesReader,
    private readonly reports: ConversationReportRepository,
    private readonly history: MessageChangeRepository,
  ) {}

  async execute(actor: Actor, conversationId: string, input: NewReportInput): Promise<ConversationReport> {
    await this.access.load(actor, 'report', conversationId);
    const { seq = null, ...rest } = input;
    const about = { conversationId, seq, personId: actor.personId };
    const open = await this.reports.open(this.database, about);
    if (open) return open;
    const evidence = await this.evidence(actor, conversationId, seq);

    return this.unitOfWork.run(actor, async (tx) => {
      const id = newId();
      const organizationId = actingOrganization(actor).id;
      await this.reports.insert(tx, { id, conversationId, seq, organizationId, evidence, ...rest });
      tx.audit({
        action: 'conversation-report.file',
        entityType: 'conversation_report',
        entityId: id,
        toState: 'received',
      });
      tx.emit(
        'conversation-report.filed',
        { aggregateType: 'conversation-report', aggregateId: id, seq: 1 },
        {},
      );
      const report = await this.reports.find(tx, id);
      if (!report) throw new Error('A report vanished inside its transaction.');
      return report;
    });
  }

  private async evidence(actor: Actor, id: string, seq: number | null): Promise<ReportEvidence[]> {
    const before = seq === null ? 2_147_483_647 : seq + 1;
    const { items } = await this.messages.window(actor, id, { before }, EVIDENCE_BEFORE);
    if (seq !== null && items.at(-1)?.seq !== seq) throw new NotFound();
    const said = items.filter(({ kind }) => kind === undefined);
    return Promise.all(
      said.map(async (message) => ({
        seq: message.seq,
        senderId: message.senderId,
        senderOrganizationId: message.senderOrganizationId,
        body: message.body,
        language: message.language,
        isDeleted: message.deletedAt !== undefined,
        formerly: await this.formerly(message),
        postedAt: message.postedAt,
      })),
    );
  }

  private async formerly({ conversationId, seq, revision = 1 }: MessageView): Promise<string[]> {
    if (revision === 1) return [];
    const wordings = await this.history.wordings(this.database, conversationId, seq);
    return wordings.filter((wording) => wording.revision < revision).map(({ body }) => body);
  }
}
