import { Injectable } from '@nestjs/common';
import { WrongState } from '#libs/kernel';
import type { Reads, Transaction } from '#libs/platform/database';
import type { DayChange } from '../domain/project.js';
import type { DayChangeState, DayChangeVerb } from '../domain/project-states.js';

export type NewDayChange = Pick<
  DayChange,
  'id' | 'milestoneId' | 'organizationId' | 'fromDay' | 'toDay' | 'reason' | 'language'
>;

/** SQL of the wishes for other days. */
@Injectable()
export class DayChangeRepository {
  /** Oldest first. */
  async of(reads: Reads, projectId: string): Promise<DayChange[]> {
    return reads.rows<DayChange>(`${SELECT} where project_id = $1 order by id`, [projectId]);
  }

  /** The wish that waits for an answer. */
  async open(reads: Reads, milestoneId: string): Promise<DayChange | undefined> {
    return reads.row<DayChange>(`${SELECT} where milestone_id = $1 and state = 'asked'`, [milestoneId]);
  }

  /** The newest wish, whatever became of it. */
  async last(reads: Reads, milestoneId: string): Promise<DayChange | undefined> {
    return reads.row<DayChange>(`${SELECT} where milestone_id = $1 order by id desc limit 1`, [milestoneId]);
  }

  /** Answers false where a wish for this milestone waits already. */
  async ask(tx: Transaction, projectId: string, change: NewDayChange): Promise<boolean> {
    const { id, milestoneId, organizationId, fromDay, toDay, reason, language } = change;
    const values = [id, projectId, milestoneId, organizationId, fromDay, toDay, reason, language];
    return (await tx.execute(ASK, [...values, tx.actor.personId])) > 0;
  }

  async answer(
    tx: Transaction,
    { id, state }: DayChange,
    verb: DayChangeVerb,
    to: DayChangeState,
    { note, language }: { note: string | null; language: string | null },
  ): Promise<void> {
    const values = [id, state, to, note, note === null ? null : language, tx.actor.personId];
    if ((await tx.execute(ANSWER, values)) === 0) throw new WrongState('day-change', verb, state);
  }
}

const SELECT = `
  select id, milestone_id as "milestoneId", organization_id as "organizationId",
    to_char(from_day, 'YYYY-MM-DD') as "fromDay", to_char(to_day, 'YYYY-MM-DD') as "toDay", reason, language, state,
    note, note_language as "noteLanguage", asked_at as "askedAt", answered_at as "answeredAt"
  from project_day_change`;

const ASK = `
  insert into project_day_change (id, project_id, milestone_id, organization_id, from_day, to_day, reason, language,
    asked_by)
  values ($1, $2, $3, $4, $5::date, $6::date, $7, $8, $9)
  on conflict (milestone_id) where state = 'asked' do nothing`;

const ANSWER = `
  update project_day_change
  set state = $3, note = $4, note_language = $5, answered_by = $6, answered_at = now()
  where id = $1 and state = $2`;
