import { Injectable } from '@nestjs/common';
import { newId, type Reads, type Transaction } from '#libs/platform/database';
import type { Side } from '../domain/engagement.js';
import type { Rated, RatedEngagement, Rating } from '../domain/rating.js';

/** SQL of ratings. Who may see them is for those who ask. */
@Injectable()
export class RatingRepository {
  async ofEngagement(reads: Reads, engagementId: string): Promise<Rating[]> {
    return reads.rows<Rating>(
      `select side, quality, communication, reliability, words, language, created_at as "createdAt"
       from engagement_rating where engagement_id = $1 order by side`,
      [engagementId],
    );
  }

  /** What one side has said; nothing of who has no side. */
  async ofSide(reads: Reads, engagementId: string, side: Side | null): Promise<Rating[]> {
    return reads.rows<Rating>(
      `select side, quality, communication, reliability, words, language, created_at as "createdAt"
       from engagement_rating where engagement_id = $1 and side = $2`,
      [engagementId, side],
    );
  }

  async insert(tx: Transaction, engagementId: string, rating: Omit<Rating, 'createdAt'>): Promise<void> {
    await tx.execute(
      `insert into engagement_rating (id, engagement_id, side, quality, communication, reliability, words, language,
         person_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        newId(),
        engagementId,
        rating.side,
        rating.quality,
        rating.communication,
        rating.reliability,
        rating.words,
        rating.language,
        tx.actor.personId,
      ],
    );
  }

  /** Facts of the engagements of a consultant whose ratings are open, with what the requester said. */
  async ofConsultant(reads: Reads, organizationId: string): Promise<RatedEngagement[]> {
    const rows = await reads.rows<Omit<RatedEngagement, 'rating'> & Record<Rated, number | null>>(OPENED, [
      organizationId,
    ]);
    return rows.map(({ quality, communication, reliability, ...facts }) => ({
      ...facts,
      rating:
        quality === null || communication === null || reliability === null
          ? null
          : { quality, communication, reliability },
    }));
  }
}

const OPENED = `
  select r.quality, r.communication, r.reliability,
    (select count(*)::int from engagement_session s where s.engagement_id = e.id and s.state = 'held') as "sessionsHeld",
    (select count(*)::int from engagement_session s where s.engagement_id = e.id and s.state = 'missed'
       and s.absent <> 'requester') as "sessionsMissed",
    (select count(*)::int from engagement_deliverable d where d.engagement_id = e.id and d.due_day is not null)
      as "deliverablesWithDay",
    (select count(*)::int from engagement_deliverable d where d.engagement_id = e.id
       and (select min(p.at) from deliverable_step p where p.deliverable_id = d.id and p.verb = 'submit')
         < d.due_day + interval '1 day') as "deliverablesOnTime",
    (select coalesce(sum(d.revisions), 0)::int from engagement_deliverable d where d.engagement_id = e.id) as revisions
  from engagement e left join engagement_rating r on r.engagement_id = e.id and r.side = 'requester'
  where e.consultant_organization_id = $1 and e.ratings_opened_at is not null
  order by e.id limit 1000`;
