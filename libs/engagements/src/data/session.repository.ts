import { Injectable } from '@nestjs/common';
import type { Reads, Transaction } from '#libs/platform/database';
import type { Side } from '../domain/engagement.js';
import type { EngagementSession, SessionState } from '../domain/session.js';

export interface NewSession {
  readonly id: string;
  readonly engagementId: string;
  readonly agenda: string;
  readonly language: string;
  readonly lengthMinutes: number;
  readonly place: string | null;
  readonly slots: readonly Date[];
  readonly proposedBySide: Side;
}

/** What a move writes along; what is left out stays. */
export interface SessionMarks {
  readonly slots?: readonly Date[];
  readonly startsAt?: Date;
  readonly sequence?: number;
  readonly proposedBySide?: Side;
  readonly absent?: EngagementSession['absent'];
  readonly endReason?: string | null;
  readonly minutes?: string;
  readonly minutesLanguage?: string;
  readonly heldMinutes?: number;
}

/** A session with the engagement it belongs to, for calendars. */
export interface PersonSession extends EngagementSession {
  readonly title: string;
}

/** SQL of sessions. They change while their engagement is locked. */
@Injectable()
export class SessionRepository {
  async find(reads: Reads, engagementId: string, id: string): Promise<EngagementSession | undefined> {
    return reads.row<EngagementSession>(`${SELECT} where engagement_id = $1 and id = $2`, [engagementId, id]);
  }

  async get(tx: Transaction, id: string): Promise<EngagementSession> {
    const session = await tx.row<EngagementSession>(`${SELECT} where id = $1`, [id]);
    if (!session) throw new Error('A session vanished inside its transaction.');
    return session;
  }

  async ofEngagement(reads: Reads, engagementId: string): Promise<EngagementSession[]> {
    return reads.rows<EngagementSession>(
      `${SELECT} where engagement_id = $1 order by coalesce(starts_at, slots[1]), id`,
      [engagementId],
    );
  }

  /** Sessions of a person that have, or had, a place in the calendar, from `days` ago on. */
  async ofPerson(reads: Reads, personId: string, days: number): Promise<PersonSession[]> {
    return reads.rows<PersonSession>(
      `select s.*, e.title from (${SELECT}) s join engagement e on e.id = s."engagementId"
       where $1 in (e.requester_person_id, e.consultant_person_id) and s.sequence > 0
         and s."startsAt" > now() - make_interval(days => $2)
       order by s."startsAt", s.id limit 1000`,
      [personId, days],
    );
  }

  /**
   * Confirmed sessions of these persons around a time, in whatever engagement; who asks holds the persons, so that two
   * cannot be confirmed at once.
   */
  async confirmedNear(
    tx: Transaction,
    personIds: readonly string[],
    span: { from: Date; to: Date },
  ): Promise<{ id: string; startsAt: Date; lengthMinutes: number }[]> {
    for (const id of [...new Set(personIds)].sort()) {
      await tx.execute(`select pg_advisory_xact_lock(hashtextextended('session of ' || $1, 0))`, [id]);
    }
    return tx.rows(
      `select s.id, s.starts_at as "startsAt", s.length_minutes as "lengthMinutes"
       from engagement_session s join engagement e on e.id = s.engagement_id
       where s.state = 'confirmed' and (e.requester_person_id = any($1::uuid[]) or e.consultant_person_id = any($1::uuid[]))
         and s.starts_at < $3 and s.starts_at + make_interval(mins => s.length_minutes) > $2`,
      [personIds, span.from, span.to],
    );
  }

  async insert(tx: Transaction, session: NewSession): Promise<void> {
    await tx.execute(
      `insert into engagement_session (id, engagement_id, agenda, language, length_minutes, place, slots,
         proposed_by_side, created_by)
       values ($1, $2, $3, $4, $5, $6, $7::timestamptz[], $8, $9)`,
      [
        session.id,
        session.engagementId,
        session.agenda,
        session.language,
        session.lengthMinutes,
        session.place,
        session.slots.map((slot) => slot.toISOString()),
        session.proposedBySide,
        tx.actor.personId,
      ],
    );
  }

  async move(
    tx: Transaction,
    current: EngagementSession,
    to: SessionState,
    marks: SessionMarks = {},
  ): Promise<void> {
    const next = { ...current, ...marks };
    await tx.execute(MOVE, [
      current.id,
      to,
      next.slots.map((slot) => slot.toISOString()),
      next.startsAt,
      next.sequence,
      next.proposedBySide,
      next.absent,
      next.endReason,
      next.minutes,
      next.minutesLanguage,
      next.heldMinutes,
      marks.minutes === undefined ? null : tx.actor.personId,
    ]);
  }

  /** Confirms minutes that wait; by nobody where silence did it. False when none wait. */
  async confirmMinutes(tx: Transaction, id: string, personId: string | null): Promise<boolean> {
    const confirmed = await tx.execute(
      `update engagement_session set minutes_confirmed_by = $2, minutes_confirmed_at = now(), updated_at = now()
       where id = $1 and state = 'held' and minutes_confirmed_at is null`,
      [id, personId],
    );
    return confirmed === 1;
  }
}

const SELECT = `
  select id, engagement_id as "engagementId", state, agenda, language, length_minutes as "lengthMinutes", place, slots,
    starts_at as "startsAt", sequence, proposed_by_side as "proposedBySide", absent, end_reason as "endReason", minutes,
    minutes_language as "minutesLanguage", held_minutes as "heldMinutes", minutes_written_at as "minutesWrittenAt",
    minutes_confirmed_at as "minutesConfirmedAt", minutes_confirmed_by as "minutesConfirmedBy",
    created_at as "createdAt", updated_at as "updatedAt"
  from engagement_session`;

const MOVE = `
  update engagement_session set state = $2, slots = $3::timestamptz[], starts_at = $4, sequence = $5,
    proposed_by_side = $6, absent = $7, end_reason = $8, minutes = $9, minutes_language = $10, held_minutes = $11,
    minutes_written_by = coalesce($12, minutes_written_by),
    minutes_written_at = case when $12::uuid is not null then now() else minutes_written_at end,
    updated_at = now(), changed_xid = pg_current_xact_id()
  where id = $1`;
