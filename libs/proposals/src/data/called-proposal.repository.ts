import { Injectable } from '@nestjs/common';
import type { Reads } from '#libs/platform/database';
import type { ProposalStage } from '../domain/dossier.js';
import type { ProposalState } from '../domain/proposal-states.js';

/** A proposal of a call, without its texts. */
export interface CalledProposal {
  readonly id: string;
  readonly state: ProposalState;
  readonly stage: ProposalStage;
  readonly version: number;
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  /** Taxonomy codes. */
  readonly themes: readonly string[];
  readonly organizationId: string;
  /** Those who take part. */
  readonly partnerOrganizationIds: readonly string[];
  /** Who began it, who has handed it in, and who writes along. */
  readonly personIds: readonly string[];
  readonly requestedMinor: number | null;
  readonly currency: string | null;
  /** The number of the newest frozen version; 0 where nothing was handed in. */
  readonly versionNumber: number;
  readonly submittedAt: Date | null;
  readonly dueAt: Date | null;
  readonly releasedAt: Date | null;
}

/** SQL of the proposals of one call: few columns of many rows. */
@Injectable()
export class CalledProposalRepository {
  async list(reads: Reads, callId: string, states: readonly ProposalState[]): Promise<CalledProposal[]> {
    const rows = await reads.rows<CalledRow>(LIST, [callId, [...states]]);
    return rows.map(({ requestedMinor, ...row }) => ({
      ...row,
      requestedMinor: requestedMinor === null ? null : Number(requestedMinor),
    }));
  }
}

type CalledRow = Omit<CalledProposal, 'requestedMinor'> & { requestedMinor: string | null };

const LIST = `
  select p.id, p.state, p.stage, p.version, p.title, p.language, p.themes, p.organization_id as "organizationId",
    coalesce(partners.ids, '{}') as "partnerOrganizationIds",
    array(select distinct person from unnest(
      array[p.created_by] || coalesce(v.persons, '{}') || coalesce(coauthors.ids, '{}')) person) as "personIds",
    p.budget_minor as "requestedMinor", p.budget_currency as currency, p.submissions as "versionNumber",
    v.submitted_at as "submittedAt", p.due_at as "dueAt", p.released_at as "releasedAt"
  from proposal p
  left join (
    select proposal_id, array_agg(organization_id order by id) as ids from proposal_partner
    where state = 'accepted' group by proposal_id) partners on partners.proposal_id = p.id
  left join (
    select proposal_id, array_agg(person_id) as ids from proposal_coauthor
    where state = 'accepted' group by proposal_id) coauthors on coauthors.proposal_id = p.id
  left join (
    select proposal_id, array_agg(submitted_by) as persons, max(submitted_at) as submitted_at
    from proposal_version group by proposal_id) v on v.proposal_id = p.id
  where p.call_id = $1 and p.state = any($2)
  order by p.id`;
