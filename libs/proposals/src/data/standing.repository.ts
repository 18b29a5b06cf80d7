import { Injectable } from '@nestjs/common';
import type { Reads } from '#libs/platform/database';
import type { ProposalPart } from '../domain/consortium.js';
import type { Standing } from '../domain/proposal.policy.js';

/** How organizations and persons stand to proposals that others lead. */
@Injectable()
export class StandingRepository {
  async of(reads: Reads, proposalId: string, organizationId: string, personId: string): Promise<Standing> {
    const row = await reads.row<Standing>(STANDING, [proposalId, organizationId, personId]);
    return row ?? { partner: null, letter: null, coauthor: null };
  }

  /** Proposals with partners in which an organization leads or takes part, in a fixed order, so that locks are too. */
  async consortiaOf(reads: Reads, organizationId: string): Promise<string[]> {
    const rows = await reads.rows<{ id: string }>(CONSORTIA, [organizationId]);
    return rows.map(({ id }) => id);
  }

  /** Newest first; the person's own share in own proposals among them. */
  async parts(reads: Reads, organizationId: string, personId: string, limit: number): Promise<ProposalPart[]> {
    return reads.rows<ProposalPart>(PARTS, [organizationId, personId, limit]);
  }
}

const STANDING = `
  select
    (select state from proposal_partner where proposal_id = $1 and organization_id = $2) as partner,
    (select state from proposal_letter where proposal_id = $1 and organization_id = $2) as letter,
    (select access from proposal_coauthor
     where proposal_id = $1 and organization_id = $2 and person_id = $3 and state = 'accepted') as coauthor`;

const CONSORTIA = `
  select distinct p.id from proposal p
  join proposal_partner partner on partner.proposal_id = p.id and partner.state = 'accepted'
  where p.state not in ('withdrawn', 'rejected') and (p.organization_id = $1 or partner.organization_id = $1)
  order by p.id limit 200`;

const PARTS = `
  select p.id as "proposalId", p.title, p.language, p.organization_id as "organizationId", p.updated_at as "updatedAt",
    partner.state as partner, letter.state as letter, coauthor.id as "coauthorId",
    coauthor.state as "coauthorState", coauthor.access as "coauthorAccess"
  from proposal p
  left join proposal_partner partner on partner.proposal_id = p.id and partner.organization_id = $1
    and partner.state in ('invited', 'accepted')
  left join proposal_letter letter on letter.proposal_id = p.id and letter.organization_id = $1
    and letter.state in ('asked', 'given')
  left join proposal_coauthor coauthor on coauthor.proposal_id = p.id and coauthor.organization_id = $1
    and coauthor.person_id = $2 and coauthor.state in ('invited', 'accepted')
  where p.id in (
    select proposal_id from proposal_partner where organization_id = $1 and state in ('invited', 'accepted')
    union select proposal_id from proposal_letter where organization_id = $1 and state in ('asked', 'given')
    union select proposal_id from proposal_coauthor
      where person_id = $2 and organization_id = $1 and state in ('invited', 'accepted'))
  order by p.id desc limit $3`;
