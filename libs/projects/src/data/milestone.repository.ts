import { Injectable } from '@nestjs/common';
import { WrongState } from '#libs/kernel';
import type { Reads, Transaction } from '#libs/platform/database';
import type { Milestone, Spending } from '../domain/project.js';
import type { MilestoneState } from '../domain/project-states.js';
import type { PlannedMilestone } from '../domain/project-plan.js';

/** How a milestone stands to the clock of the database. */
export interface MilestoneClock {
  /** Whole days since its day in the zone of the project; negative before it. */
  readonly daysAfter: number;
}

/** What is said when a milestone is handed in. */
export interface Submission {
  readonly words: string | null;
  readonly language: string | null;
  readonly spending: readonly Spending[];
}

/** SQL of what projects have to show. Rows change under the lock of their project. */
@Injectable()
export class MilestoneRepository {
  async add(tx: Transaction, projectId: string, milestone: PlannedMilestone & { id: string }): Promise<void> {
    const { id, kind, position, title, deliverable, organizationId, dueDay } = milestone;
    await tx.execute(ADD, [id, projectId, organizationId, kind, position, title, deliverable, dueDay]);
  }

  /** By day. */
  async of(reads: Reads, projectIds: readonly string[]): Promise<Milestone[]> {
    return reads.rows<Milestone>(`${SELECT} where m.project_id = any($1::uuid[]) order by m.due_day, m.id`, [
      [...projectIds],
    ]);
  }

  async find(reads: Reads, id: string): Promise<Milestone | undefined> {
    return reads.row<Milestone>(`${SELECT} where m.id = $1`, [id]);
  }

  async submit(tx: Transaction, milestone: Milestone, submission: Submission): Promise<void> {
    const { words, language, spending } = submission;
    const values = [words, words === null ? null : language, JSON.stringify(spending), tx.actor.personId];
    await this.moved(tx, milestone, 'submit', SUBMIT, values);
  }

  async settle(
    tx: Transaction,
    milestone: Milestone,
    to: 'returned' | 'accepted',
    { note, language }: { note: string | null; language: string | null },
  ): Promise<void> {
    const values = [to, note, note === null ? null : language, tx.actor.personId];
    await this.moved(tx, milestone, to === 'returned' ? 'return' : 'accept', SETTLE, values);
  }

  /** Changes the state alone. */
  async move(tx: Transaction, milestone: Milestone, verb: string, to: MilestoneState): Promise<void> {
    await this.moved(tx, milestone, verb, MOVE, [to]);
  }

  /** Another day begins its reminders anew. */
  async setDay(tx: Transaction, id: string, day: string): Promise<void> {
    await tx.execute(SET_DAY, [id, day]);
  }

  async setReminded(tx: Transaction, id: string, daysAfter: number): Promise<void> {
    await tx.execute('update project_milestone set reminded = $2 where id = $1', [id, daysAfter]);
  }

  async clock(reads: Reads, id: string): Promise<MilestoneClock> {
    const row = await reads.row<MilestoneClock>(CLOCK, [id]);
    if (!row) throw new Error('A milestone vanished.');
    return row;
  }

  /** Eight in the morning, that many days after its day, in the zone of the project. */
  async morning(reads: Reads, id: string, daysAfter: number): Promise<Date> {
    const row = await reads.row<{ at: Date }>(MORNING, [id, daysAfter]);
    if (!row) throw new Error('A milestone vanished.');
    return row.at;
  }

  private async moved(
    tx: Transaction,
    { id, state }: Milestone,
    verb: string,
    text: string,
    values: readonly (string | null)[],
  ): Promise<void> {
    if ((await tx.execute(text, [id, state, ...values])) === 0) throw new WrongState('milestone', verb, state);
  }
}

const CHANGED = `version = version + 1, updated_at = now(), changed_xid = pg_current_xact_id()`;

const SELECT = `
  select m.id, m.project_id as "projectId", m.kind, m.position, m.title, m.deliverable,
    m.organization_id as "organizationId", to_char(m.due_day, 'YYYY-MM-DD') as "dueDay", m.state, m.words,
    m.language, m.spending, m.submitted_at as "submittedAt", m.note, m.note_language as "noteLanguage",
    m.settled_at as "settledAt", m.reminded, m.version,
    case when m.state in ('planned', 'due', 'returned') and p.state in ('running', 'closing')
      then greatest((now() at time zone p.zone)::date - m.due_day, 0) else 0 end as "daysLate",
    exists (select from project_day_change d where d.milestone_id = m.id and d.state = 'asked') as "isDayAsked"
  from project_milestone m join project p on p.id = m.project_id`;

const ADD = `
  insert into project_milestone (id, project_id, organization_id, kind, position, title, deliverable, due_day)
  values ($1, $2, $3, $4, $5, $6, $7, $8::date)`;

const SUBMIT = `
  update project_milestone
  set state = 'submitted', words = $3, language = $4, spending = $5::jsonb, submitted_by = $6, submitted_at = now(),
    ${CHANGED}
  where id = $1 and state = $2`;

const SETTLE = `
  update project_milestone
  set state = $3, note = $4, note_language = $5, settled_by = $6, settled_at = now(), ${CHANGED}
  where id = $1 and state = $2`;

const MOVE = `update project_milestone set state = $3, ${CHANGED} where id = $1 and state = $2`;

const SET_DAY = `update project_milestone set due_day = $2::date, reminded = null, ${CHANGED} where id = $1`;

const CLOCK = `
  select (now() at time zone p.zone)::date - m.due_day as "daysAfter"
  from project_milestone m join project p on p.id = m.project_id where m.id = $1`;

const MORNING = `
  select ((m.due_day + $2::int)::timestamp + interval '8 hours') at time zone p.zone as at
  from project_milestone m join project p on p.id = m.project_id where m.id = $1`;
