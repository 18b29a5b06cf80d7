import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '#libs/platform/database';
import { type UnreadPace, type UnreadSeat, UnreadSeatRepository } from '../data/unread-seat.repository.js';
import type { ConversationMember } from '../domain/conversation.js';

export type { UnreadPace, UnreadSeat } from '../data/unread-seat.repository.js';

/** A seat by the conversation it is in. */
export interface SeatInRoom extends ConversationMember {
  readonly conversationId: string;
}

/**
 * For whoever tells people from outside: before whom messages lie unread, and of whom that is true no more. Muted
 * conversations are never among them, nor are messages that mention the person: those are told by themselves.
 */
@Injectable()
export class UnreadMessages {
  constructor(
    private readonly database: Database,
    private readonly seats: UnreadSeatRepository,
  ) {}

  /** Who is to be told now, longest waiting first; `here` are persons with a line open. */
  async due(pace: UnreadPace, here: readonly string[], limit: number): Promise<UnreadSeat[]> {
    return this.seats.due(this.database, pace, here, limit);
  }

  /** Notes that a person was told. Answers false when there is no need any more. */
  async markTold(tx: Transaction, seat: UnreadSeat): Promise<boolean> {
    return this.seats.markTold(tx, seat);
  }

  /** Those of the seats that wait for nothing any more: read, left, or muted. */
  async settled<Seat extends SeatInRoom>(seats: readonly Seat[]): Promise<Seat[]> {
    const places = new Set(seats.length === 0 ? [] : await this.seats.done(this.database, seats));
    return seats.filter((_, index) => places.has(index + 1));
  }
}
