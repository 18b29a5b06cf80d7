import { Injectable } from '@nestjs/common';
import { newId, type Reads, type Transaction } from '#libs/platform/database';
import type { Deliverable, DeliverableState, DeliverableStep } from '../domain/deliverable.js';

/** SQL of deliverables. They change while their engagement is locked. */
@Injectable()
export class DeliverableRepository {
  async ofEngagement(reads: Reads, engagementId: string): Promise<Deliverable[]> {
    return reads.rows<Deliverable>(`${SELECT} where engagement_id = $1 order by position`, [engagementId]);
  }

  async engagementOf(reads: Reads, id: string): Promise<string | undefined> {
    const row = await reads.row<{ engagementId: string }>(
      `select engagement_id as "engagementId" from engagement_deliverable where id = $1`,
      [id],
    );
    return row?.engagementId;
  }

  /** Everything said to the deliverables of an engagement, oldest first. */
  async steps(reads: Reads, engagementId: string): Promise<DeliverableStep[]> {
    return reads.rows<DeliverableStep>(
      `select deliverable_id as "deliverableId", verb, words, language, file_ids as "fileIds", at
       from deliverable_step where deliverable_id in (select id from engagement_deliverable where engagement_id = $1)
       order by id`,
      [engagementId],
    );
  }

  async insertMany(
    tx: Transaction,
    engagementId: string,
    deliverables: readonly { title: string; dueDay: string | null }[],
  ): Promise<void> {
    await tx.execute(
      `insert into engagement_deliverable (engagement_id, id, position, title, due_day)
       select $1, * from unnest($2::uuid[], $3::int[], $4::text[], $5::date[])`,
      [
        engagementId,
        deliverables.map(() => newId()),
        deliverables.map((_one, index) => index + 1),
        deliverables.map(({ title }) => title),
        deliverables.map(({ dueDay }) => dueDay),
      ],
    );
  }

  /** Moves one and writes down what was said. */
  async move(
    tx: Transaction,
    deliverable: Deliverable,
    to: DeliverableState,
    step: Omit<DeliverableStep, 'deliverableId' | 'at'>,
  ): Promise<void> {
    const { id, state } = deliverable;
    await tx.execute(
      `update engagement_deliverable set state = $3, revisions = revisions + case when $3 = 'revision' then 1 else 0 end,
         submitted_at = case when $3 = 'submitted' then now() else submitted_at end, changed_xid = pg_current_xact_id()
       where id = $1 and state = $2`,
      [id, state, to],
    );
    await tx.execute(
      `insert into deliverable_step (id, deliverable_id, verb, words, language, file_ids, actor_id)
       values ($1, $2, $3, $4, $5, $6::uuid[], $7)`,
      [newId(), id, step.verb, step.words, step.language, step.fileIds, tx.actor.personId],
    );
  }
}

const SELECT = `
  select id, position, title, due_day::text as "dueDay", state, revisions, submitted_at as "submittedAt"
  from engagement_deliverable`;
