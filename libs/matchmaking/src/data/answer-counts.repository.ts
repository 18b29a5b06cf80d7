import { Injectable } from '@nestjs/common';
import type { Reads, Transaction } from '#libs/platform/database';

/** How many answer to one opportunity of an organization. */
export interface AnswerCounts {
  readonly opportunityId: string;
  /** On its own list of matches today. */
  readonly matches: number;
  /** Interest of others that waits for an answer. */
  readonly interestsReceived: number;
  /** Own interest that waits for theirs. */
  readonly interestsSent: number;
  /** Interest that became a conversation. */
  readonly conversations: number;
}

/** Somebody in touch about an opportunity. */
export interface InTouch {
  readonly interestId: string;
  readonly matchId: string;
  readonly version: number;
  /** The side that does not offer it. */
  readonly organizationId: string;
}

/** SQL of what stands around opportunities in matches and interests. */
@Injectable()
export class AnswerCountsRepository {
  /** Only opportunities that stand in a match of the organization are answered. */
  async of(reads: Reads, organizationId: string, opportunityIds: readonly string[]): Promise<AnswerCounts[]> {
    return reads.rows(COUNTS, [organizationId, opportunityIds]);
  }

  /** Everybody who waits for an answer about the opportunity, or talks about it. */
  async inTouch(tx: Transaction, opportunityId: string, ownerId: string): Promise<InTouch[]> {
    return tx.rows(IN_TOUCH, [opportunityId, ownerId]);
  }
}

const COUNTS = `
  with sides as (
    select m.id, m.left_id as "opportunityId", m.listed_left as listed, m.retired_at
    from match m
    where m.left_type = 'opportunity' and m.left_id = any($2::uuid[]) and m.left_organization_id = $1
    union all
    select m.id, m.right_id, m.listed_right, m.retired_at
    from match m
    where m.right_type = 'opportunity' and m.right_id = any($2::uuid[]) and m.right_organization_id = $1)
  select s."opportunityId",
    count(distinct s.id) filter (where s.listed and s.retired_at is null and not exists (
      select from match_dismissal d where d.match_id = s.id and d.organization_id = $1))::int as matches,
    count(distinct i.id) filter (where i.state = 'sent' and i.to_organization_id = $1)::int
      as "interestsReceived",
    count(distinct i.id) filter (where i.state = 'sent' and i.from_organization_id = $1)::int as "interestsSent",
    count(distinct i.id) filter (where i.state = 'accepted')::int as conversations
  from sides s left join interest i on i.match_id = s.id
  group by s."opportunityId"`;

const IN_TOUCH = `
  select i.id as "interestId", i.match_id as "matchId", i.version,
    case when i.from_organization_id = $2 then i.to_organization_id else i.from_organization_id end
      as "organizationId"
  from match m join interest i on i.match_id = m.id and i.state in ('sent', 'accepted')
  where (m.left_type = 'opportunity' and m.left_id = $1) or (m.right_type = 'opportunity' and m.right_id = $1)
  order by i.id`;
