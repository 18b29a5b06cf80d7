import { Injectable } from '@nestjs/common';
import type { Reads } from '#libs/platform/database';
import type { WaitsOn } from '../domain/waiting.js';

/** A request as the desk lists it. */
export interface DeskItem {
  readonly id: string;
  readonly organizationId: string;
  readonly title: string;
  readonly language: string;
  readonly kind: string;
  readonly state: string;
  readonly areas: readonly string[];
  readonly confidential: boolean;
  readonly waitsOn: WaitsOn;
  readonly stateSince: Date;
  readonly dueAt: Date | null;
  readonly dueIsKnown: boolean;
  readonly lateRounds: number;
  readonly triagePersonId: string | null;
  /** Where it stands in the list: what is due first comes first. */
  readonly place: string;
}

export interface DeskSlice {
  readonly waitsOn: readonly WaitsOn[] | null;
  readonly after: readonly [place: string, id: string] | undefined;
  readonly limit: number;
}

/** How a consultancy stands to all that was asked of it. What is sealed is not counted. */
export interface ExpertLoad {
  readonly organizationId: string;
  /** Invitations that wait for an answer, or were accepted while quotes are taken. */
  readonly open: number;
  /** Requests in which its quote was chosen and that are not over. */
  readonly engaged: number;
  readonly asked: number;
  readonly answered: number;
  /** Hours from the invitation to the answer; the middle one. Null: never answered. */
  readonly answerHours: number | null;
}

export interface DeskFigures {
  readonly secretariat: number;
  readonly requester: number;
  readonly experts: number;
  readonly engagement: number;
  readonly late: number;
  /** Hours from submission to the first step of the secretariat; the middle one of 90 days. */
  readonly firstStepHours: number | null;
  /** Hours from submission to an end or a choice; the middle one of 90 days. */
  readonly settledHours: number | null;
  readonly unanswered: number;
}

/** SQL of the desk of the secretariat. Nothing in it depends on a sealed quote. */
@Injectable()
export class ConsultingDeskRepository {
  async slice(reads: Reads, { waitsOn, after, limit }: DeskSlice): Promise<DeskItem[]> {
    return reads.rows<DeskItem>(SLICE, [waitsOn, after?.[0] ?? null, after?.[1] ?? null, limit]);
  }

  async figures(reads: Reads): Promise<DeskFigures> {
    const row = await reads.row<DeskFigures>(FIGURES);
    if (!row) throw new Error('The figures of the desk were not counted.');
    return row;
  }

  /** Of these consultancies; null: of all that were ever asked. */
  async loads(reads: Reads, organizationIds: readonly string[] | null): Promise<ExpertLoad[]> {
    return reads.rows<ExpertLoad>(LOADS, [organizationIds]);
  }

  /** Those of `organizationIds` that declared a conflict to this requester before, or share a person with it. */
  async conflicts(
    reads: Reads,
    requesterId: string,
    organizationIds: readonly string[],
  ): Promise<{ organizationId: string; code: 'declared-before' | 'shared-person' }[]> {
    return reads.rows(CONFLICTS, [requesterId, organizationIds]);
  }
}

const WAITS = `case
  when r.state in ('submitted', 'triage') then 'secretariat'
  when r.state = 'need_info' or r.quotes_opened_at is not null and r.state = 'quoting' then 'requester'
  when r.state in ('matching', 'quoting') then 'experts'
  else 'engagement' end`;

/** States in which somebody still waits. */
const WAITING = `r.state in ('submitted', 'triage', 'need_info', 'matching', 'quoting', 'quote_selected', 'engaged')`;

const SLICE = `
  select * from (
    select r.id, r.organization_id as "organizationId", r.title, r.language, r.kind, r.state, r.areas,
      r.confidential, ${WAITS} as "waitsOn", r.state_since as "stateSince", r.due_at as "dueAt",
      r.due_is_known as "dueIsKnown", r.late_rounds as "lateRounds", r.triage_person_id as "triagePersonId",
      coalesce(to_char(r.due_at at time zone 'UTC', 'YYYYMMDDHH24MISSMS'), '9') as place
    from consulting_request r where ${WAITING}
  ) item
  where ($1::text[] is null or "waitsOn" = any($1)) and ($2::text is null or (place, id) > ($2, $3::uuid))
  order by place, id limit $4`;

const FIGURES = `
  with waiting as (
    select ${WAITS} as waits_on, r.due_at < clock_timestamp() or r.late_rounds > 0 as is_late
    from consulting_request r where ${WAITING}
  ), recent as (
    select r.id, r.submitted_at, r.state, r.state_since,
      (select min(s.at) from consulting_step s
       where s.request_id = r.id and s.verb in ('take', 'ask-information', 'answer', 'refuse', 'start-matching'))
        as first_step_at
    from consulting_request r where r.submitted_at > now() - interval '90 days'
  )
  select
    (select count(*)::int from waiting where waits_on = 'secretariat') as secretariat,
    (select count(*)::int from waiting where waits_on = 'requester') as requester,
    (select count(*)::int from waiting where waits_on = 'experts') as experts,
    (select count(*)::int from waiting where waits_on = 'engagement') as engagement,
    (select count(*)::int from waiting where is_late) as late,
    (select count(*)::int from recent where state = 'unanswered') as unanswered,
    (select round((percentile_cont(0.5) within group
        (order by extract(epoch from first_step_at - submitted_at) / 3600))::numeric, 1)::float8
     from recent where first_step_at is not null) as "firstStepHours",
    (select round((percentile_cont(0.5) within group
        (order by extract(epoch from state_since - submitted_at) / 3600))::numeric, 1)::float8
     from recent where state in ('answered', 'out_of_scope', 'unanswered', 'quote_selected', 'engaged', 'closed'))
      as "settledHours"`;

const LOADS = `
  select i.organization_id as "organizationId",
    count(*) filter (where i.state in ('invited', 'accepted') and r.state in ('matching', 'quoting'))::int as open,
    count(*) filter (where q.id is not null)::int as engaged,
    count(*)::int as asked,
    count(i.answered_at)::int as answered,
    round((percentile_cont(0.5) within group
      (order by extract(epoch from i.answered_at - i.created_at) / 3600))::numeric, 1)::float8 as "answerHours"
  from expert_invitation i
  join consulting_request r on r.id = i.request_id
  left join quote q on q.id = r.selected_quote_id and q.organization_id = i.organization_id
    and r.state in ('quote_selected', 'engaged')
  where $1::uuid[] is null or i.organization_id = any($1)
  group by i.organization_id order by open desc, engaged desc, i.organization_id`;

const CONFLICTS = `
  select distinct i.organization_id as "organizationId", 'declared-before' as code
  from expert_invitation i join consulting_request r on r.id = i.request_id
  where r.organization_id = $1 and i.organization_id = any($2::uuid[]) and i.reason = 'conflict'
  union
  select m.organization_id, 'shared-person'
  from membership m join membership own on own.person_id = m.person_id and own.organization_id = $1
  where m.organization_id = any($2::uuid[])`;
