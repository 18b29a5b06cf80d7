import { newId } from '#libs/platform/database';
import type pg from 'pg';

/** A call that has closed, with its proposals and a pool that may review them. */
export interface SeededCall {
  readonly callId: string;
  /** Runs the call. */
  readonly chair: { readonly personId: string; readonly organizationId: string };
  readonly proposals: number;
  readonly reviewers: number;
}

const COUNTRIES = ['KR', 'JP', 'VN', 'TH', 'MY', 'ID', 'PH', 'CN'];
const LANGUAGES = ['en', 'ko', 'ja', 'vi', 'th'];
const THEMES = ['food', 'sea', 'night', 'golf', 'wellness', 'smart', 'heritage', 'film'];

/**
 * 400 organizations of eight countries lead the proposals, one partner each; every reviewer sits in one of them, so
 * that every reviewer has conflicts. Languages and themes go round.
 */
export async function seedCall(
  client: pg.Client,
  { proposals, reviewers, quorum }: { proposals: number; reviewers: number; quorum: number },
): Promise<SeededCall> {
  const ids = (count: number): string[] => Array.from({ length: count }, () => newId());
  const [organizations, persons, callId] = [ids(400), ids(Math.max(400, reviewers)), newId()];
  const [chairOrganization = '', decider = ''] = organizations;
  const [chair = ''] = persons;
  const pick = <Item>(items: readonly Item[], at: number): Item => items[at % items.length]!;
  await client.query(
    `insert into organization (id, slug, kind, name, name_folded, country, state)
     select id, 'bench-' || n, case when n % 3 = 0 then 'city' else 'sme' end, 'Organization ' || n, 'organization ' || n, country, 'active'
     from unnest($1::uuid[], $2::text[]) with ordinality t (id, country, n)`,
    [organizations, organizations.map((_, at) => pick(COUNTRIES, at))],
  );
  await client.query(
    `insert into person (id, display_name, language, time_zone)
     select id, 'Person ' || n, 'en', 'Asia/Seoul' from unnest($1::uuid[]) with ordinality t (id, n)`,
    [persons],
  );
  await client.query(
    `insert into membership (id, organization_id, person_id, role)
     select gen_random_uuid(), o, p, case when n % 400 in (1, 4) then 'officer' else 'editor' end
     from unnest($1::uuid[], $2::uuid[]) with ordinality t (o, p, n)`,
    [persons.map((_, at) => pick(organizations, at)), persons],
  );
  const content = termsOf(decider, quorum);
  await client.query(
    `insert into call (id, organization_id, created_by, state, number, content, published_at)
     values ($1, $2, $3, 'reviewing', 1, $4, now())`,
    [callId, chairOrganization, chair, content],
  );
  await client.query(`insert into call_version (call_id, number, content, saved_by) values ($1, 1, $2, $3)`, [
    callId,
    content,
    chair,
  ]);
  const proposalIds = ids(proposals);
  await client.query(
    `insert into proposal (id, organization_id, created_by, state, language, title, summary, submissions, themes,
       budget_minor, budget_currency, call_id, call_version, call_organization_id, stage)
     select id, lead, author, 'in_review', language, 'Proposal ' || n, 'By the sea', 1, array[theme, other],
       1000 * n, 'USD', $1, 1, $2, 'full'
     from unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::text[], $8::text[])
       with ordinality t (id, lead, author, language, theme, other, n)`,
    [
      ...[callId, chairOrganization, proposalIds],
      proposalIds.map((_, at) => pick(organizations, 7 * at + 3)),
      proposalIds.map((_, at) => pick(persons, 7 * at + 3)),
      proposalIds.map((_, at) => pick(LANGUAGES, at)),
      proposalIds.map((_, at) => pick(THEMES, at)),
      proposalIds.map((_, at) => pick(THEMES, at + 3)),
    ],
  );
  await client.query(
    `insert into proposal_version (id, organization_id, proposal_id, number, content, sha256, submitted_by)
     select gen_random_uuid(), organization_id, id, 1, '{}', repeat('0', 64), created_by from proposal where call_id = $1`,
    [callId],
  );
  await client.query(
    `insert into proposal_partner (id, proposal_id, organization_id, state, invited_by)
     select gen_random_uuid(), id, partner, 'accepted', $3 from unnest($1::uuid[], $2::uuid[]) t (id, partner)`,
    [proposalIds, proposalIds.map((_, at) => pick(organizations, 7 * at + 50)), chair],
  );
  const pool = persons.slice(2, reviewers + 2);
  await client.query(
    `insert into call_reviewer (id, call_id, organization_id, person_id, languages, expertise, review_limit, added_by)
     select gen_random_uuid(), $1, o, p, array['en', language], array[theme, other], 100, $2
     from unnest($3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[]) t (o, p, language, theme, other)`,
    [
      ...[callId, chair],
      pool.map((_, at) => pick(organizations, at + 2)),
      pool,
      pool.map((_, at) => pick(LANGUAGES, at)),
      pool.map((_, at) => pick(THEMES, at)),
      pool.map((_, at) => pick(THEMES, at + 1)),
    ],
  );
  await client.query('analyze');
  const by = { personId: chair, organizationId: chairOrganization };
  return { callId, chair: by, proposals, reviewers: pool.length };
}

function termsOf(decider: string, quorum: number): string {
  const anchors = [
    { score: 1, words: 'Others offer the same.' },
    { score: 5, words: 'Nobody offers this yet.' },
  ];
  const criterion = { key: 'novelty', title: 'Novelty', weight: 100, min: 1, max: 5, anchors };
  const stage = {
    ...{ key: 'full', opensAt: '2026-01-01T00:00:00Z', closesAt: '2026-02-01T00:00:00Z' },
    ...{ form: [], criteria: null },
  };
  return JSON.stringify({
    ...{ title: 'Evenings by the sea', summary: 'For the evening hours.', language: 'en', translations: [] },
    ...{ zone: 'Asia/Seoul', stages: [stage], criteria: [criterion], quorum, spreadLimit: 40 },
    conflictRule: { organization: true, city: true, pastProjects: true, years: 3 },
    ...{ isBlind: false, decidingOrganizationIds: [decider], budgetCurrency: 'USD', maxBudgetMinor: null },
    quotas: [{ key: 'country', value: '*', bound: 'most', share: 40 }],
    eligibility: [{ number: 1, words: 'Partners from two countries at least.', kinds: [], countries: [] }],
  });
}
