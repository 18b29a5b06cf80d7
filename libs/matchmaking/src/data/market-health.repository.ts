import { Injectable } from '@nestjs/common';
import type { Reads } from '#libs/platform/database';
import type { Standing } from '../domain/market-health.js';

export interface InterestTotals {
  readonly sent: number;
  readonly accepted: number;
  readonly declined: number;
  readonly withdrawn: number;
  readonly waiting: number;
  /** Of those waiting, for more than seven days; and those that ran out. */
  readonly unanswered: number;
  readonly medianHours: number | null;
  /** Nine of ten answers took no longer. */
  readonly ninthHours: number | null;
}

/** Answers that took less than so many hours, and longer than the line before; null: longer than all of them. */
export interface AnswerTime {
  readonly withinHours: number | null;
  readonly count: number;
}

export interface InterestWeek {
  /** Monday, `YYYY-MM-DD`. */
  readonly from: string;
  readonly sent: number;
  readonly accepted: number;
}

type StandingRow = Standing & { readonly organizationId: string };

/** SQL that looks at all matches and interests at once; nothing of it names a person. */
@Injectable()
export class MarketHealthRepository {
  /** What happened around each organization, by id; interests of the last `days`. */
  async standings(reads: Reads, days: number): Promise<Map<string, Standing>> {
    const rows = await reads.rows<StandingRow>(STANDINGS, [days]);
    return new Map(rows.map(({ organizationId, ...standing }) => [organizationId, standing]));
  }

  async totals(reads: Reads, days: number): Promise<InterestTotals> {
    const row = await reads.row<InterestTotals>(TOTALS, [days]);
    if (!row) throw new Error('An aggregate has always one row.');
    return row;
  }

  /** Shortest first; every bucket is there. */
  async answerTimes(reads: Reads, days: number): Promise<AnswerTime[]> {
    const rows = await reads.rows<{ bucket: number; count: number }>(ANSWER_TIMES, [days, HOURS]);
    const counts = new Map(rows.map(({ bucket, count }) => [bucket, count]));
    return [...HOURS, null].map((withinHours, at) => ({ withinHours, count: counts.get(at) ?? 0 }));
  }

  /** The last twelve weeks, the running one last; by when the interest was sent. */
  async weeks(reads: Reads): Promise<InterestWeek[]> {
    return reads.rows<InterestWeek>(WEEKS);
  }
}

/** A day, three, a week, and ten days. */
const HOURS = [24, 72, 168, 240];

const HOURS_TAKEN = `extract(epoch from i.answered_at - i.created_at) / 3600`;
const IS_ANSWERED = `i.state in ('accepted', 'declined')`;
const WITHIN = `i.created_at > now() - make_interval(days => $1)`;

/** How often the other side had it on the screen. */
const SHOWN = `
  select case when m.left_organization_id = i.organization_id then m.right_organization_id
      else m.left_organization_id end as organization_id, sum(i.times)::int as shown
  from match_impression i join match m on m.id = i.match_id
  where i.last_shown_at > now() - make_interval(days => $1)
  group by 1`;

/** A side could be seen by the other one in every match that stands in either list, unless that one has put it away. */
const LISTED = `
  select side.organization_id, count(*)::int as listed
  from match m
  cross join lateral (values
    (m.left_organization_id, m.right_organization_id), (m.right_organization_id, m.left_organization_id)
  ) as side (organization_id, viewer_id)
  where m.retired_at is null and (m.listed_left or m.listed_right)
    and not exists (select from match_dismissal d where d.match_id = m.id and d.organization_id = side.viewer_id)
  group by side.organization_id`;
const RECEIVED = `
  select i.to_organization_id as organization_id, count(*)::int as received,
    (count(*) filter (where i.state = 'accepted'))::int as accepted,
    (count(*) filter (where i.state = 'sent'))::int as waiting,
    percentile_cont(0.5) within group (order by ${HOURS_TAKEN}) filter (where ${IS_ANSWERED}) as median_hours
  from interest i where ${WITHIN} and i.state <> 'withdrawn'
  group by i.to_organization_id`;
const SENT = `
  select i.from_organization_id as organization_id, count(*)::int as sent,
    (count(*) filter (where i.state = 'accepted'))::int as won
  from interest i where ${WITHIN} and i.state <> 'withdrawn'
  group by i.from_organization_id`;
const STANDINGS = `
  select organization_id as "organizationId", coalesce(listed, 0) as listed,
    coalesce(shown, 0) as shown, coalesce(received, 0) as received,
    coalesce(accepted, 0) as accepted, coalesce(waiting, 0) as waiting,
    median_hours::float8 as "medianHours", coalesce(sent, 0) as sent, coalesce(won, 0) as won
  from (${LISTED}) l
  full join (${SHOWN}) s using (organization_id)
  full join (${RECEIVED}) r using (organization_id)
  full join (${SENT}) t using (organization_id)`;

const counted = (condition: string): string => `(count(*) filter (where ${condition}))::int`;
const percentile = (share: number): string =>
  `(percentile_cont(${share}) within group (order by ${HOURS_TAKEN}) filter (where ${IS_ANSWERED}))::float8`;
const TOTALS = `
  select count(*)::int as sent, ${counted(`i.state = 'accepted'`)} as accepted,
    ${counted(`i.state = 'declined'`)} as declined, ${counted(`i.state = 'withdrawn'`)} as withdrawn,
    ${counted(`i.state = 'sent'`)} as waiting,
    ${counted(`i.state = 'expired' or (i.state = 'sent' and i.created_at < now() - interval '7 days')`)} as unanswered,
    ${percentile(0.5)} as "medianHours", ${percentile(0.9)} as "ninthHours"
  from interest i where ${WITHIN}`;

const ANSWER_TIMES = `
  select width_bucket((${HOURS_TAKEN})::float8, $2::float8[]) as bucket, count(*)::int as count
  from interest i where ${WITHIN} and ${IS_ANSWERED}
  group by 1`;

const WEEKS = `
  select to_char(week, 'YYYY-MM-DD') as "from", count(i.id)::int as sent, ${counted(`i.state = 'accepted'`)} as accepted
  from generate_series(date_trunc('week', now() at time zone 'UTC') - interval '11 weeks',
    date_trunc('week', now() at time zone 'UTC'), interval '1 week') as week
  left join interest i on i.created_at at time zone 'UTC' >= week
    and i.created_at at time zone 'UTC' < week + interval '1 week' and i.state <> 'withdrawn'
  group by week order by week`;
