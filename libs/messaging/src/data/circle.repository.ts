import { Injectable } from '@nestjs/common';
import type { Reads } from '#libs/platform/database';
import type { CircleSeat } from '../domain/circle.js';

/** Who takes part in a conversation just now, with what each lets others see. */
@Injectable()
export class CircleRepository {
  /** At most `limit` seats. */
  async of(reads: Reads, conversationId: string, limit: number): Promise<CircleSeat[]> {
    return reads.rows<CircleSeat>(CIRCLE, [conversationId, limit]);
  }
}

const CIRCLE = `
  select p.person_id as "personId", p.organization_id as "organizationId", p.is_silenced as "isSilenced",
    coalesce(m.shows_presence, true) as "showsPresence",
    array(
      select coalesce(b.blocked_person_id, b.blocked_organization_id) from contact_block b
      where b.person_id = p.person_id) as "keepsAway"
  from participant p
  left join messaging_preference m on m.person_id = p.person_id
  where p.conversation_id = $1 and p.left_seq is null
  order by p.person_id, p.organization_id
  limit $2`;
