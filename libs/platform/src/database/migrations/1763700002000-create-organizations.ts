import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Countries, organizations with their names, and the seats of persons. */
export class CreateOrganizations1763700002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table country (
        iso2 text constraint pk_country primary key,
        names jsonb not null,
        version int not null default 1,
        constraint ck_country_iso2 check (iso2 ~ '^[A-Z]{2}$')
      );

      create table organization (
        id uuid constraint pk_organization primary key,
        slug text not null,
        kind text not null,
        name text not null,
        name_folded text not null,
        name_local text,
        country text not null constraint fk_organization_country references country,
        city_id uuid constraint fk_organization_city_id references organization,
        admin_region text,
        lat double precision,
        lon double precision,
        population_approx int,
        languages text[] not null default '{}',
        tpo_membership text not null default 'none',
        certainty text,
        membership_source text,
        membership_note text,
        fictional boolean not null default false,
        demo boolean not null default false,
        state text not null default 'active',
        version int not null default 1,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now(),
        constraint uq_organization_slug unique (slug),
        constraint ck_organization_slug check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
        constraint ck_organization_kind check (kind in ('city', 'sme', 'consultancy', 'partner', 'secretariat')),
        constraint ck_organization_tpo_membership
          check (tpo_membership in ('city_member', 'candidate', 'industry_member', 'none')),
        constraint ck_organization_certainty check (certainty in ('high', 'medium', 'low')),
        constraint ck_organization_state check (state in ('active', 'candidate', 'suspended'))
      );
      create index ix_organization_name_folded on organization (name_folded, id);
      create index ix_organization_kind on organization (kind, name_folded, id);
      create index ix_organization_country on organization (country, name_folded, id);
      create index ix_organization_city_id on organization (city_id);

      create table organization_alias (
        organization_id uuid not null
          constraint fk_organization_alias_organization_id references organization on delete cascade,
        folded text not null,
        name text not null,
        source text not null,
        constraint pk_organization_alias primary key (organization_id, folded),
        constraint ck_organization_alias_source check (source in ('slug', 'name', 'import'))
      );
      create index ix_organization_alias_folded on organization_alias (folded);

      create table membership (
        id uuid constraint pk_membership primary key,
        organization_id uuid not null constraint fk_membership_organization_id references organization,
        person_id uuid not null constraint fk_membership_person_id references person,
        role text not null,
        signatory boolean not null default false,
        version int not null default 1,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now(),
        constraint uq_membership_organization_id_person_id unique (organization_id, person_id)
      );
      create index ix_membership_person_id on membership (person_id);

      grant select, insert, update on country to ttn_app;
      grant select, insert, update, delete on organization, organization_alias, membership to ttn_app;
    `);
    await runner.query('insert into country (iso2, names) select * from unnest($1::text[], $2::jsonb[])', [
      COUNTRIES,
      COUNTRIES.map((code) => JSON.stringify(namesOf(code))),
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table membership, organization_alias, organization, country;');
  }
}

/** ISO 3166-1 alpha-2, officially assigned. */
const COUNTRIES = `
  AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
  CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO
  FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE
  JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO
  MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW
  PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM
  TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW`
  .trim()
  .split(/\s+/);

/** Names as Unicode's common locale data has them; display text that the secretariat may edit. */
function namesOf(code: string): object {
  const at = '2026-01-01T00:00:00.000Z';
  const text = (language: string) => ({
    text: new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code,
    state: 'original',
    at,
  });
  return { original: 'en', texts: { en: text('en'), ko: { ...text('ko'), state: 'human' } } };
}
