import { Injectable } from '@nestjs/common';
import type { Reads } from '#libs/platform/database';
import type { ProposalStage } from '../domain/dossier.js';
import type { ProposalState } from '../domain/proposal-states.js';

/** A proposal of a call, without its texts: as it was handed in, however it is written on. */
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
  /** All whose cause it is: those it was handed in with, and those who take part now. */
  readonly partnerOrganizationIds: readonly string[];
  /** With how many partners it was handed in. */
  readonly partnerCount: number;
  /** Cities that have given it a letter of support; one that was handed in counts, also when it was taken back since. */
  readonly supporterIds: readonly string[];
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
    return rows.map(({ requestedMinor, partnerCount, ...row }) => ({
      ...row,
      partnerCount: partnerCount ?? row.partnerOrganizationIds.length,
      requestedMinor: requestedMinor === null ? null : Number(requestedMinor),
    }));
  }
}

type CalledRow = Omit<CalledProposal, 'requestedMinor' | 'partnerCount'> & {
  requestedMinor: string | null;
  partnerCount: number | null;
};

/** The places of a consortium go over in a merger, frozen names do not: so a place says who it is now. */
const PARTIES = `array(
  select place.organization_id from proposal_partner place
  where place.proposal_id = p.id and (place.state = 'accepted'
    or handed.dossier -> 'partners' @> jsonb_build_array(jsonb_build_object('organizationId', place.organization_id)))
  order by place.id)`;

/** A letter that was handed in is known by its hash, whoever its city is now; one that was asked for anew by its city. */
const SUPPORTERS = `array(
  select letter.organization_id from proposal_letter letter
  where letter.proposal_id = p.id and letter.state = 'given'
  union select coalesce(letter.organization_id, (sent ->> 'organizationId')::uuid)
  from proposal_version version
    cross join lateral jsonb_array_elements(version.content -> 'dossier' -> 'letters') sent
    left join proposal_letter letter on letter.proposal_id = p.id and letter.sha256 = sent ->> 'sha256'
  where version.proposal_id = p.id)`;

const LIST = `
  select p.id, p.state, p.stage, p.version, coalesce(handed.title, p.title) as title,
    coalesce(handed.language, p.language) as language, p.organization_id as "organizationId",
    case when handed.themes is null then p.themes
      else array(select jsonb_array_elements_text(handed.themes)) end as themes,
    ${PARTIES} as "partnerOrganizationIds",
    case when newest.id is not null then coalesce(jsonb_array_length(handed.dossier -> 'partners'), 0) end
      as "partnerCount",
    ${SUPPORTERS} as "supporterIds",
    array(select distinct person from unnest(
      array[p.created_by] || coalesce(v.persons, '{}') || coalesce(coauthors.ids, '{}')) person) as "personIds",
    case when newest.id is null then p.budget_minor else (handed.budget ->> 'amountMinor')::bigint end
      as "requestedMinor",
    case when newest.id is null then p.budget_currency else handed.budget ->> 'currency' end as currency,
    p.submissions as "versionNumber", v.submitted_at as "submittedAt", p.due_at as "dueAt",
    p.released_at as "releasedAt"
  from proposal p
  left join proposal_version newest on newest.proposal_id = p.id and newest.number = p.submissions
  left join lateral jsonb_to_record(newest.content)
    as handed (title text, language text, themes jsonb, budget jsonb, dossier jsonb) on true
  left join (
    select proposal_id, array_agg(person_id) as ids from proposal_coauthor
    where state = 'accepted' group by proposal_id) coauthors on coauthors.proposal_id = p.id
  left join (
    select proposal_id, array_agg(submitted_by) as persons, max(submitted_at) as submitted_at
    from proposal_version group by proposal_id) v on v.proposal_id = p.id
  where p.call_id = $1 and p.state = any($2)
  order by p.id`;
