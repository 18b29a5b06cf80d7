import { Injectable } from '@nestjs/common';
import type { DomainEventType, EventEnvelope } from '#libs/contracts';
import type { Transaction } from '#libs/platform/database';
import { MatchAnswerRepository } from '../../data/match-answer.repository.js';
import type { AnswerKind } from '../../domain/learning.js';

/** What an event says of a match, and where the match is named. */
const MEANING = {
  'interest.sent': 'accept',
  'interest.accepted': 'accept',
  'interest.declined': 'decline',
  'match.dismissed': 'decline',
} as const satisfies Partial<Record<DomainEventType, AnswerKind>>;

type Answering = keyof typeof MEANING;

/** The events that answer a match. */
export const ANSWERING = Object.keys(MEANING) as Answering[];

/** Notes what an organization has answered to a match, with the inputs by which it was scored. */
@Injectable()
export class NoteAnswer {
  constructor(private readonly answers: MatchAnswerRepository) {}

  async execute(tx: Transaction, event: EventEnvelope): Promise<void> {
    const { type, aggregateId, organizationId, payload } = event as EventEnvelope<Answering>;
    if (organizationId === null) return;
    const matchId = 'matchId' in payload ? payload.matchId : aggregateId;
    await this.answers.insert(tx, { matchId, organizationId, kind: MEANING[type] });
  }
}
