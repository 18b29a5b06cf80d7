import { DEFAULT_SPEC, type ConceptGraph, type MatchParty, type Weighted } from '#libs/matching';
import type pg from 'pg';

/**
 * The exact two-sided score of an opportunity and the companies of the made-up market in one SQL statement: what every
 * party of that market states is compared, weighed, fused and penalised as `scorePair` does it.
 */

const LISTS = ['offers', 'seeks', 'themes', 'markets'] as const;
const DEPTH = 50;
const BATCH = 20_000;

const { trade } = DEFAULT_SPEC.relations;
const ours = trade.demand;
const theirs = trade.supply;
const { penalties, reciprocity, sameCountry, closeness } = DEFAULT_SPEC;
const alpha = trade.demandShare;
const weight = (value: number | undefined): number => value ?? 0;
/** All that an opportunity of this market asks, and what a company asks beside where its counterpart should be. */
const OUR_TOTAL = [
  ours.offer_meets_need,
  ours.themes_in_common,
  ours.markets_in_common,
  ours.place_sought,
  ours.language_shared,
  ours.capacity_fits,
  ours.season_fits,
].reduce<number>((sum, each) => sum + weight(each), 0);
const THEIR_TOTAL = [
  theirs.offer_meets_need,
  theirs.themes_in_common,
  theirs.markets_in_common,
  theirs.language_shared,
].reduce<number>((sum, each) => sum + weight(each), 0);

const SCHEMA = `
  create unlogged table bench_term (sme int, list text, concept text, weight float8);
  create unlogged table bench_near (wanted text, given text, worth float8);
  create unlogged table bench_sme (sme int primary key, id text, country text, city text, capacity float8, months int,
    countries text[], seeks_total float8, themes_total float8, markets_total float8)`;

/** Each side's terms in one UNION ALL, one GROUP BY per wish, one per company: aggregates joined would be planned as nested loops. */
const STATEMENT = `
with asked as (
  select list, concept, weight, n from unnest($1::text[], $2::text[], $3::float8[]) with ordinality a(list, concept, weight, n)
), given as (
  select list, concept, max(weight) as weight from unnest($4::text[], $5::text[], $6::float8[]) g(list, concept, weight)
  group by list, concept
), worth as (
  -- Of the languages of a company the one that serves best counts, not all that serve.
  select sme, list, case list when 'their languages' then max(met) else sum(met) end as met from (
    select t.sme, 'our ' || a.list as list, a.weight * max(near.worth * t.weight) as met
    from asked a join bench_near near on near.wanted = a.concept
    join bench_term t on t.list = a.list and t.concept = near.given
    group by t.sme, a.list, a.n, a.weight
    union all
    select t.sme, 'their ' || g.list, t.weight * max(near.worth * g.weight)
    from given g join bench_near near on near.given = g.concept
    join bench_term t on t.list = g.list and t.concept = near.wanted
    group by t.sme, g.list, t.concept, t.weight
  ) met group by sme, list
), summed as (
  select sme,
    sum(met) filter (where list = 'our offers') as our_offers, sum(met) filter (where list = 'our themes') as our_themes,
    sum(met) filter (where list = 'our markets') as our_markets, sum(met) filter (where list = 'our languages') as our_languages,
    sum(met) filter (where list = 'their seeks') as their_seeks, sum(met) filter (where list = 'their themes') as their_themes,
    sum(met) filter (where list = 'their markets') as their_markets,
    max(met) filter (where list = 'their languages') as their_languages
  from worth group by sme
), judged as (
  select id, coalesce(our_languages, 0) / $10 as spoken, least(1, capacity / $11) as room,
    bit_count((months & $12)::bit(16))::float8 / bit_count($12::int::bit(16)) as open,
    country = any($13) or city = any($14) as here,
    case when city = any($14) then 1 when country = any($13) then ${sameCountry} else 0 end as place,
    coalesce(our_offers, 0) / $7 as offers, coalesce(our_themes, 0) / $8 as themes, coalesce(our_markets, 0) / $9 as markets,
    (${weight(theirs.offer_meets_need)} * coalesce(their_seeks, 0) / seeks_total
      + ${weight(theirs.themes_in_common)} * coalesce(their_themes, 0) / themes_total
      + ${weight(theirs.markets_in_common)} * coalesce(their_markets, 0) / markets_total
      + ${weight(theirs.place_sought)} * case when $15 = any(countries) then ${sameCountry} else 0 end
      + ${weight(theirs.language_shared)} * coalesce(their_languages, 0))
      / (${THEIR_TOTAL} + case when countries = '{}' then 0 else ${weight(theirs.place_sought)} end) as b
  from bench_sme left join summed using (sme)
), sides as (
  select id, b, (${weight(ours.offer_meets_need)} * offers + ${weight(ours.themes_in_common)} * themes
      + ${weight(ours.markets_in_common)} * markets + ${weight(ours.place_sought)} * place
      + ${weight(ours.language_shared)} * spoken + ${weight(ours.capacity_fits)} * room
      + ${weight(ours.season_fits)} * open) / ${OUR_TOTAL} as a,
    (1 - ${penalties.language_missing} * power(1 - spoken, 2)) * (1 - ${penalties.capacity_too_small} * (1 - room))
      * (1 - ${penalties.season_closed} * (1 - open)) * case when here then 1 else ${1 - penalties.place_elsewhere} end as kept
  from judged
)
select id, kept * (${1 - reciprocity} * (${alpha} * a + ${1 - alpha} * b)
  + ${reciprocity} * power(a, ${alpha}) * power(b, ${1 - alpha})) as score
from sides order by score desc, id limit ${DEPTH}`;

const bits = (months: readonly number[] = []): number => months.reduce((all, month) => all | (1 << month), 0);
const total = (list: readonly Weighted[]): number => list.reduce((sum, each) => sum + each.weight, 0);
const inLanguages = (tags: readonly string[] = []): Weighted[] => tags.map((id) => ({ id, weight: 1 }));

/** Sister scripts serve each other by half, as `languageServes` has it. */
const languageWorth = (wanted: string, given: string): number =>
  wanted === given ? 1 : wanted.split('-')[0] === given.split('-')[0] ? 0.5 : 0;

export class ExactSql {
  constructor(private readonly client: pg.Client) {}

  async load(smes: readonly MatchParty[], asks: readonly MatchParty[], graph: ConceptGraph): Promise<void> {
    await this.client.query(SCHEMA);
    await this.loadNear([...smes, ...asks], graph);
    await this.insert(
      'bench_term (sme, list, concept, weight)',
      ['int', 'text', 'text', 'float8'],
      termsOf(smes),
    );
    const facts = smes.map((sme, at) => [
      at,
      sme.id,
      sme.country,
      sme.city,
      sme.capacity?.max,
      bits(sme.months),
      JSON.stringify(sme.sought?.countries?.map(({ id }) => id) ?? []),
      total(sme.concepts.seeks),
      total(sme.concepts.themes),
      total(sme.concepts.markets),
    ]);
    for (let from = 0; from < facts.length; from += BATCH) {
      const rows = facts.slice(from, from + BATCH);
      const columns = Array.from({ length: 10 }, (_, column) => rows.map((row) => row[column]));
      await this.client.query(
        `insert into bench_sme select sme, id, country, city, capacity, months,
           array(select jsonb_array_elements_text(countries)), s, t, m
         from unnest($1::int[], $2::text[], $3::text[], $4::text[], $5::float8[], $6::int[], $7::jsonb[], $8::float8[],
           $9::float8[], $10::float8[]) u(sme, id, country, city, capacity, months, countries, s, t, m)`,
        columns,
      );
    }
    await this.client.query(`create index on bench_term (list, concept, sme) include (weight);
      create index on bench_near (wanted); create index on bench_near (given);
      analyze bench_term; analyze bench_near; analyze bench_sme`);
  }

  /** Ids and scores of the best, best first. */
  async top(ask: MatchParty): Promise<{ readonly id: string; readonly score: number }[]> {
    const { concepts } = ask;
    const required = inLanguages(ask.requiredLanguages);
    const asked = flat({
      offers: concepts.seeks,
      themes: concepts.themes,
      markets: concepts.markets,
      languages: required,
    });
    const given = flat({
      seeks: concepts.offers,
      themes: concepts.themes,
      markets: concepts.markets,
      languages: inLanguages(ask.languages),
    });
    const result = await this.client.query<{ id: string; score: number }>({
      name: 'exact',
      text: STATEMENT,
      values: [
        ...asked,
        ...given,
        total(concepts.seeks),
        total(concepts.themes),
        total(concepts.markets),
        required.length,
        ask.capacity?.min,
        bits(ask.requiredMonths),
        ask.sought?.countries?.map(({ id }) => id) ?? [],
        ask.sought?.cities?.map(({ id }) => id) ?? [],
        ask.country,
      ],
    });
    return result.rows;
  }

  /** Writes lists as a full run does: unnest batches of `batch` rows, a transaction each. Answers how many rows. */
  async store(
    lists: readonly (readonly { readonly id: string; readonly score: number }[])[],
  ): Promise<number> {
    await this.client
      .query(`create table bench_match (subject int, rank smallint, candidate text, score float8,
      primary key (subject, rank))`);
    const rows = lists.flatMap((list, subject) =>
      list.map(({ id, score }, at) => [subject, at + 1, id, score]),
    );
    await this.insert(
      'bench_match (subject, rank, candidate, score)',
      ['int', 'smallint', 'text', 'float8'],
      rows,
    );
    return rows.length;
  }

  private async loadNear(parties: readonly MatchParty[], graph: ConceptGraph): Promise<void> {
    const ids = new Set(
      parties.flatMap(({ concepts }) => LISTS.flatMap((list) => concepts[list].map(({ id }) => id))),
    );
    const rows: unknown[][] = [];
    for (const wanted of ids) {
      rows.push([wanted, wanted, 1]);
      const links = new Map(graph.related(wanted).map((link) => [link.id, link.weight * closeness.related]));
      for (const given of ids) {
        if (given === wanted) continue;
        const isFamily = graph.parent(wanted) === given || graph.parent(given) === wanted;
        const worth = Math.max(links.get(given) ?? 0, isFamily ? closeness.parent : 0);
        if (worth > 0) rows.push([wanted, given, worth]);
      }
    }
    const languages = new Set(
      parties.flatMap((party) => [...party.languages, ...(party.requiredLanguages ?? [])]),
    );
    for (const wanted of languages)
      for (const given of languages) {
        const worth = languageWorth(wanted, given);
        if (worth > 0) rows.push([wanted, given, worth]);
      }
    await this.insert('bench_near (wanted, given, worth)', ['text', 'text', 'float8'], rows);
  }

  private async insert(
    into: string,
    types: readonly string[],
    rows: readonly (readonly unknown[])[],
  ): Promise<void> {
    const unnest = types.map((type, at) => `$${at + 1}::${type}[]`).join();
    for (let from = 0; from < rows.length; from += BATCH) {
      const batch = rows.slice(from, from + BATCH);
      const columns = types.map((_, column) => batch.map((row) => row[column]));
      await this.client.query(`insert into ${into} select * from unnest(${unnest})`, columns);
    }
  }
}

function termsOf(smes: readonly MatchParty[]): unknown[][] {
  return smes.flatMap((sme, at) => [
    ...LISTS.flatMap((list) => sme.concepts[list].map(({ id, weight: sure }) => [at, list, id, sure])),
    ...sme.languages.map((language) => [at, 'languages', language, 1]),
  ]);
}

/** As three columns: list, concept, weight. */
function flat(lists: Readonly<Record<string, readonly Weighted[]>>): [string[], string[], number[]] {
  const rows = Object.entries(lists).flatMap(([list, entries]) =>
    entries.map(({ id, weight: sure }) => ({ list, id, sure })),
  );
  return [rows.map(({ list }) => list), rows.map(({ id }) => id), rows.map(({ sure }) => sure)];
}
