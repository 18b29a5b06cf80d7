import { Injectable } from '@nestjs/common';
import { StaleVersion } from '#libs/kernel';
import type { Reads, Transaction } from '#libs/platform/database';
import type { ApplicationReview, ReviewState, Scores } from '../domain/application-review.js';

type ReviewRow = Omit<ApplicationReview, 'scores'> & { [Criterion in keyof Scores]: number | null };

/** What a reviewer hands in. */
export interface ReviewContent {
  readonly scores: Scores | null;
  readonly comment: string | null;
  readonly note: string | null;
  readonly language: string | null;
}

/** SQL of reviews of entry proposals. */
@Injectable()
export class ReviewRepository {
  async find(reads: Reads, id: string): Promise<ApplicationReview | undefined> {
    const row = await reads.row<ReviewRow>(`${SELECT} where id = $1`, [id]);
    return row && toReview(row);
  }

  async get(tx: Transaction, id: string): Promise<ApplicationReview> {
    const review = await this.find(tx, id);
    if (!review) throw new Error('A review vanished inside its transaction.');
    return review;
  }

  /** All of an application, oldest first. */
  async ofApplication(reads: Reads, applicationId: string): Promise<ApplicationReview[]> {
    return (await reads.rows<ReviewRow>(`${SELECT} where application_id = $1 order by id`, [applicationId])).map(
      toReview,
    );
  }

  /** Duties of a person acting for an organization, newest first, after the one with id `after`. */
  async ofPerson(
    reads: Reads,
    query: { personId: string; organizationId: string; after: string | null; limit: number },
  ): Promise<ApplicationReview[]> {
    const rows = await reads.rows<ReviewRow>(
      `${SELECT} where person_id = $1 and organization_id = $2 and ($3::uuid is null or id < $3)
       order by id desc limit $4`,
      [query.personId, query.organizationId, query.after, query.limit],
    );
    return rows.map(toReview);
  }

  /** Duties not done yet: of a person, or for an organization. */
  async open(
    reads: Reads,
    of: { personId: string } | { organizationId: string },
  ): Promise<ApplicationReview[]> {
    const [column, id] = 'personId' in of ? ['person_id', of.personId] : ['organization_id', of.organizationId];
    const rows = await reads.rows<ReviewRow>(`${SELECT} where ${column} = $1 and state = 'assigned' order by id`, [id]);
    return rows.map(toReview);
  }

  /** Answers false when the person has been a reviewer of the application before. */
  async insert(
    tx: Transaction,
    review: Pick<ApplicationReview, 'id' | 'applicationId' | 'personId' | 'organizationId'>,
  ): Promise<boolean> {
    const inserted = await tx.execute(
      `insert into application_review (id, organization_id, application_id, person_id, assigned_by)
       values ($1, $2, $3, $4, $5) on conflict (application_id, person_id) do nothing`,
      [review.id, review.organizationId, review.applicationId, review.personId, tx.actor.personId],
    );
    return inserted === 1;
  }

  /** Moves the version that was read, with what the reviewer says. */
  async answer(
    tx: Transaction,
    current: ApplicationReview,
    to: ReviewState,
    { scores, comment, note, language }: ReviewContent,
  ): Promise<void> {
    const changed = await tx.execute(
      `update application_review
       set state = $4, novelty = $5, market = $6, sme_benefit = $7, comment = $8, note = $9, language = $10,
           submitted_at = case when $4 = 'submitted' then now() end,
           version = version + 1, updated_at = now(), changed_xid = pg_current_xact_id()
       where id = $1 and version = $2 and state = $3`,
      [
        current.id,
        current.version,
        current.state,
        to,
        scores?.novelty ?? null,
        scores?.market ?? null,
        scores?.smeBenefit ?? null,
        comment,
        note,
        language,
      ],
    );
    if (changed === 0) throw new StaleVersion(current.version);
  }
}

const SELECT = `
  select id, application_id as "applicationId", person_id as "personId", organization_id as "organizationId",
         state, novelty, market, sme_benefit as "smeBenefit", comment, note, language,
         created_at as "assignedAt", submitted_at as "submittedAt", version
  from application_review`;

function toReview({ novelty, market, smeBenefit, ...row }: ReviewRow): ApplicationReview {
  const isScored = novelty !== null && market !== null && smeBenefit !== null;
  return { ...row, scores: isScored ? { novelty, market, smeBenefit } : null };
}
