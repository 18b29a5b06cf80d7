import { Injectable } from '@nestjs/common';
import { StaleVersion } from '#libs/kernel';
import { newId, type Reads, type Transaction } from '#libs/platform/database';
import {
  type AdmissionRoute,
  type Application,
  type ApplicationContent,
  type ApplicationState,
  type ApplicationStep,
  type AskingState,
  DAYS_BEFORE_ANEW,
} from '../domain/application.js';

/** A queue of the secretariat: applications in these states, of one route or any, the longest waiting first. */
export interface QueueSlice {
  readonly states: readonly ApplicationState[];
  readonly route: AdmissionRoute | null;
  readonly after: QueuePlace | null;
  readonly limit: number;
}

/** Where an application stands in a queue: RFC 3339 of its `stateSince`, and its id. */
export type QueuePlace = readonly [stateSince: string, id: string];

/** How many wait in one state on one route, and since when. */
export interface QueueLength {
  readonly state: ApplicationState;
  readonly route: AdmissionRoute | null;
  readonly count: number;
  readonly oldest: Date;
}

/** What a step changes beside the state. */
export interface MoveMarks {
  readonly askedFrom?: AskingState | null;
  /** These times become that of the transaction. */
  readonly submitted?: boolean;
  readonly appealed?: boolean;
  readonly decided?: boolean;
}

/** SQL of applications and their steps. Ids are ordered by time. */
@Injectable()
export class ApplicationRepository {
  async find(reads: Reads, id: string): Promise<Application | undefined> {
    return reads.row<Application>(`${SELECT} where a.id = $1`, [id]);
  }

  /** A row that is there: just written in this transaction. */
  async get(tx: Transaction, id: string): Promise<Application> {
    const application = await this.find(tx, id);
    if (!application) throw new Error('An application vanished inside its transaction.');
    return application;
  }

  async lock(tx: Transaction, id: string): Promise<Application | undefined> {
    return tx.row<Application>(`${SELECT} where a.id = $1 for update`, [id]);
  }

  /** Applications of an organization, newest first: one that is alive, and what was withdrawn or rejected before it. */
  async ofOrganization(reads: Reads, organizationId: string): Promise<Application[]> {
    return reads.rows<Application>(`${SELECT} where a.organization_id = $1 order by a.id desc`, [organizationId]);
  }

  async queue(reads: Reads, { states, route, after, limit }: QueueSlice): Promise<Application[]> {
    return reads.rows<Application>(
      `${SELECT}
       where a.state = any($1) and ($2::text is null or a.route = $2)
         and ($3::timestamptz is null or (a.state_since, a.id) > ($3::timestamptz, $4::uuid))
       order by a.state_since, a.id limit $5`,
      [states, route, after?.[0] ?? null, after?.[1] ?? null, limit],
    );
  }

  async queueLengths(reads: Reads): Promise<QueueLength[]> {
    return reads.rows<QueueLength>(
      `select state, route, count(*)::int as count, min(state_since) as oldest
       from membership_application where state = any($1) group by state, route order by state, route`,
      [['awaiting_recommendation', 'entry_proposal_review', 'info_requested', 'secretariat_review', 'appealed']],
    );
  }

  /** Whether a person has begun an application that is neither over nor withdrawn. */
  async isApplying(tx: Transaction, personId: string): Promise<boolean> {
    const found = await tx.row(
      `select id from membership_application
       where created_by = $1 and state not in ('accepted', 'withdrawn', 'superseded') limit 1`,
      [personId],
    );
    return found !== undefined;
  }

  /** The rejected application of an organization, locked. */
  async lockRejected(tx: Transaction, organizationId: string): Promise<Application | undefined> {
    return tx.row<Application>(`${SELECT} where a.organization_id = $1 and a.state = 'rejected' for update`, [
      organizationId,
    ]);
  }

  /** Answers false when the organization has a live application. */
  async insert(
    tx: Transaction,
    { id, organizationId, language }: { id: string; organizationId: string; language: string },
  ): Promise<boolean> {
    const inserted = await tx.execute(
      `insert into membership_application (id, organization_id, created_by, language) values ($1, $2, $3, $4)
       on conflict do nothing`,
      [id, organizationId, tx.actor.personId, language],
    );
    return inserted === 1;
  }

  /** Replaces the content of the version that was read. */
  async saveContent(tx: Transaction, current: Application, content: ApplicationContent): Promise<void> {
    const changed = await tx.execute(
      `update membership_application
       set route = $4, motivation = $5, language = $6, recommender_id = $7, proposal_id = $8,
           document_file_id = $9, version = version + 1, updated_at = now(), changed_xid = pg_current_xact_id()
       where id = $1 and version = $2 and state = $3`,
      [
        current.id,
        current.version,
        current.state,
        content.route,
        content.motivation,
        content.language,
        content.recommenderId,
        content.proposalId,
        content.documentFileId,
      ],
    );
    if (changed === 0) throw new StaleVersion(current.version);
  }

  /** Moves the version that was read to another state, or to the same one anew. */
  async move(tx: Transaction, current: Application, to: ApplicationState, marks: MoveMarks): Promise<void> {
    const changed = await tx.execute(
      `update membership_application
       set state = $4, asked_from = $5,
           state_since = case when state = $4 then state_since else clock_timestamp() end,
           submitted_at = case when $6 then now() else submitted_at end,
           appealed_at = case when $7 then now() else appealed_at end,
           decided_at = case when $8 then now() else decided_at end,
           version = version + 1, updated_at = now(), changed_xid = pg_current_xact_id()
       where id = $1 and version = $2 and state = $3`,
      [
        current.id,
        current.version,
        current.state,
        to,
        marks.askedFrom ?? null,
        marks.submitted ?? false,
        marks.appealed ?? false,
        marks.decided ?? false,
      ],
    );
    if (changed === 0) throw new StaleVersion(current.version);
  }

  async addStep(
    tx: Transaction,
    step: Pick<ApplicationStep, 'applicationId' | 'verb' | 'fromState' | 'toState' | 'reason' | 'language'> & {
      organizationId: string;
      /** Who decided, where the system only carries out. */
      actorId?: string | undefined;
      actorOrganizationId?: string | undefined;
    },
  ): Promise<void> {
    await tx.execute(
      `insert into application_step (id, organization_id, application_id, verb, from_state, to_state, actor_id,
         actor_organization_id, reason, language, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, clock_timestamp())`,
      [
        newId(),
        step.organizationId,
        step.applicationId,
        step.verb,
        step.fromState,
        step.toState,
        step.actorId ?? tx.actor.personId,
        step.actorOrganizationId ?? tx.actor.organization?.id ?? null,
        step.reason,
        step.language,
      ],
    );
  }

  /** The story of an application, oldest first. */
  async steps(reads: Reads, applicationId: string): Promise<ApplicationStep[]> {
    return reads.rows<ApplicationStep>(
      `select id, application_id as "applicationId", verb, from_state as "fromState", to_state as "toState",
              actor_id as "actorId", actor_organization_id as "actorOrganizationId", reason, language, at
       from application_step where application_id = $1 order by id`,
      [applicationId],
    );
  }

  /** Whether the organization was admitted in the last `days`; false when it came in otherwise. */
  async wasAdmittedWithin(reads: Reads, organizationId: string, days: number): Promise<boolean> {
    const row = await reads.row(
      `select id from membership_application
       where organization_id = $1 and state = 'accepted' and decided_at > now() - make_interval(days => $2)`,
      [organizationId, days],
    );
    return row !== undefined;
  }
}

const SELECT = `
  select a.id, a.organization_id as "organizationId", a.created_by as "createdBy", a.state,
         a.asked_from as "askedFrom", a.route, a.motivation, a.language, a.recommender_id as "recommenderId",
         a.proposal_id as "proposalId", a.document_file_id as "documentFileId", a.state_since as "stateSince",
         a.submitted_at as "submittedAt", a.appealed_at as "appealedAt", a.decided_at as "decidedAt",
         a.version, a.created_at as "createdAt", a.updated_at as "updatedAt",
         a.state = 'rejected' and a.decided_at <= now() - make_interval(days => ${DAYS_BEFORE_ANEW}) as "mayGiveWay"
  from membership_application a`;
