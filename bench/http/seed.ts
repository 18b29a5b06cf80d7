import type { ThrowAwayDatabase } from '../setting/throw-away-database.js';

/** A signed-in person of the bench. */
export interface Signer {
  readonly role: 'officer' | 'owner';
  readonly personId: string;
  readonly sessionId: string;
  readonly organizationId: string;
}

/** A conversation and one of the two owners who take part. */
export interface Seat {
  readonly conversationId: string;
  readonly personId: string;
}

export interface Seeded {
  readonly organizations: number;
  /** Officers of the secretariat, who may see the members of every organization; owners of companies. */
  readonly signers: readonly Signer[];
  readonly seats: readonly Seat[];
  /** Some companies to read one by one. */
  readonly organizationIds: readonly string[];
}

/** Ten times as many organizations as the network will have for long, each with relations. */
const ORGANIZATIONS = 50_000;
const READ = 200;

/** Fills an empty, migrated database. */
export async function seed(database: ThrowAwayDatabase): Promise<Seeded> {
  await database.query(SEED.replaceAll(':organizations', String(ORGANIZATIONS)));
  await database.query('vacuum (analyze)');
  const [signers, seats, read] = [
    await database.query<Signer>(SIGNERS),
    await database.query<Seat>(SEATS),
    await database.query<{ id: string }>(SOME_COMPANIES, [READ]),
  ];
  return { organizations: ORGANIZATIONS, signers, seats, organizationIds: read.map(({ id }) => id) };
}

/**
 * Organization 1 is the secretariat with 20 officers, 2 to 131 are cities, the rest companies in 16 countries.
 * Each has two members and three spellings. The owners of companies 5,001 to 5,040 hold 400 conversations.
 */
const SEED = `
  begin;
  set local session_replication_role = replica;

  create temp table org on commit drop as
    select n, uuidv7() as id,
      case when n = 1 then 'secretariat' when n <= 131 then 'city' when n % 10 = 0 then 'partner'
        when n % 10 in (1, 2) then 'consultancy' else 'sme' end as kind,
      (array['Harbour', 'Old Town', 'Island', 'Mountain', 'Lantern', 'River', 'Temple', 'Night'])[1 + n % 8]
        || ' ' || substr(md5(n::text), 1, 8) || ' Travel' as name,
      (array['KR','VN','CN','JP','MY','ID','TH','PH','TW','RU','IN','KH','LA','MN','AU','NP'])[1 + (n / 10) % 16]
        as country
    from generate_series(1, :organizations) n;
  create unique index on org (n);
  analyze org;

  insert into organization (id, slug, kind, name, name_folded, name_local, country, city_id, admin_region, lat, lon,
      population_approx, languages, tpo_membership, certainty, membership_source)
    select id, 'organization-' || n, kind, name, lower(name), case when n % 2 = 0 then '여행사 ' || n end, country,
      case when n > 131 then (select c.id from org c where c.n = 2 + org.n % 130) end,
      'Region ' || n % 90, 35.1 + n % 20, 129.0 + n % 20, case when kind = 'city' then 100000 + n * 1000 end,
      array['en', 'ko'], case when kind = 'city' then 'city_member' else 'none' end, 'high', 'bench'
    from org;

  insert into organization_alias (organization_id, folded, name, source)
    select id, lower(name), name, 'name' from org
    union all select id, 'organization' || n, 'organization-' || n, 'slug' from org
    union all select id, '여행사' || n, '여행사 ' || n, 'import' from org;

  create temp table human on commit drop as
    select n, uuidv7() as id from generate_series(1, 2 * :organizations + 20) n;
  analyze human;
  insert into person (id, display_name, language, time_zone)
    select id, 'Person ' || n, 'en', 'Asia/Seoul' from human;

  -- Persons 2n-1 and 2n are the members of organization n; the last twenty are the officers.
  insert into membership (id, organization_id, person_id, role, signatory)
    select uuidv7(), o.id, h.id, case when h.n % 2 = 1 then 'owner' else 'viewer' end, h.n % 2 = 1
    from human h join org o on o.n = (h.n + 1) / 2 where o.n > 1
    union all
    select uuidv7(), o.id, h.id, 'officer', false
    from human h join org o on o.n = 1 where h.n > 2 * :organizations;

  create temp table signer on commit drop as
    select id as person_id, row_number() over (order by n) - 1 as place, n > 2 * :organizations as officer
    from human where n > 2 * :organizations or (n % 2 = 1 and (n + 1) / 2 between 5001 and 5040);
  insert into account (id, person_id, email, email_folded, password_hash, state)
    select uuidv7(), person_id, 'p' || place || '@bench.invalid', 'p' || place || '@bench.invalid', '-', 'active'
    from signer;
  insert into session (id, person_id, expires_at)
    select uuidv7(), person_id, now() + interval '1 day' from signer;

  create temp table talk on commit drop as
    select n, uuidv7() as id from generate_series(0, 399) n;
  insert into conversation (id, about_type, about_id) select id, 'interest', uuidv7() from talk;
  insert into participant (conversation_id, person_id, organization_id)
    select t.id, s.person_id, m.organization_id
    from talk t
      join signer s on not s.officer and s.place in (t.n % 40, (t.n + 1 + t.n / 40) % 40)
      join membership m on m.person_id = s.person_id;
  commit`;

const SIGNERS = `
  select case when o.kind = 'secretariat' then 'officer' else 'owner' end as role, s.person_id as "personId",
    s.id as "sessionId", m.organization_id as "organizationId"
  from session s join membership m on m.person_id = s.person_id join organization o on o.id = m.organization_id`;

const SEATS = `select conversation_id as "conversationId", person_id as "personId" from participant`;

const SOME_COMPANIES = `select id from organization where kind = 'sme' order by md5(id::text) limit $1`;
