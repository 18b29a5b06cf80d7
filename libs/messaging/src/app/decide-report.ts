import { Injectable } from '@nestjs/common';
import { type Actor, assertVersion, nextState, NotFound } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { ConversationReportRepository } from '../data/conversation-report.repository.js';
import { RoomRepository } from '../data/room.repository.js';
import {
  type ConversationReport,
  conversationReportTransitions,
  type ReportVerb,
} from '../domain/conversation-report.js';
import { DeleteMessage } from './delete-message.js';

export interface ReportDecision {
  /** What the reporter is told. */
  readonly outcome: string;
  readonly outcomeLanguage: string | null;
  /** Takes the reported message away. */
  readonly removesMessage: boolean;
}

/**
 * Decides a case. Nobody judges a conversation they take part in.
 *
 * @throws NotFound, WrongState 409, StaleVersion 412
 */
@Injectable()
export class DecideReport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reports: ConversationReportRepository,
    private readonly rooms: RoomRepository,
    private readonly deleteMessage: DeleteMessage,
  ) {}

  async execute(
    actor: Actor,
    verb: ReportVerb,
    id: string,
    decision: ReportDecision,
    version: number | undefined,
  ): Promise<ConversationReport> {
    return this.unitOfWork.run(actor, async (tx) => {
      const report = await this.reports.lock(tx, id);
      if (!report) throw new NotFound();
      const seats = await this.rooms.seats(tx, report.conversationId);
      if (seats.some(({ personId }) => personId === actor.personId)) throw new NotFound();
      const state = nextState(conversationReportTransitions, report.state, verb);
      assertVersion(report.version, version);

      const { conversationId, seq, personId: toPersonId, organizationId: toOrganizationId } = report;
      const removes = verb === 'uphold' && decision.removesMessage && seq !== null;
      if (removes) await this.deleteMessage.takeDown(tx, conversationId, seq);
      await this.reports.decide(tx, report, { ...decision, state, isRemoved: removes });
      tx.audit({
        action: `conversation-report.${verb}`,
        entityType: 'conversation_report',
        entityId: id,
        fromState: report.state,
        toState: state,
      });
      const source = { aggregateType: 'conversation-report', aggregateId: id, seq: report.version + 1 };
      tx.emit('conversation-report.decided', source, { toPersonId, toOrganizationId });
      const decided = await this.reports.find(tx, id);
      if (!decided) throw new Error('A report vanished inside its transaction.');
      return decided;
    });
  }
}
