import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The records of `data/sample-organizations.json` that matching reads, as they are written there. */

export interface SampleSme {
  readonly id: string;
  readonly name: string;
  readonly profile_language: string;
  readonly city: string;
  readonly country_iso2: string;
  readonly sector: string;
  readonly other_sectors: readonly string[];
  readonly themes: readonly string[];
  readonly languages_spoken: readonly string[];
  readonly capacity: Readonly<Record<string, number>>;
  readonly target_markets: readonly string[];
  readonly certifications: readonly string[];
  readonly operating_months: readonly number[];
  readonly seeks: readonly string[];
  readonly offers: readonly string[];
  readonly profile: string;
  readonly offer_text: string;
  readonly seek_text: string;
}

export interface SampleConsultant {
  readonly id: string;
  readonly profile_language: string;
  readonly city: string;
  readonly country_iso2: string;
  readonly consulting_areas: readonly string[];
  readonly languages_spoken: readonly string[];
  readonly modes: readonly string[];
  readonly themes: readonly string[];
  readonly offers: readonly string[];
  readonly profile: string;
}

export interface SampleOpportunity {
  readonly id: string;
  readonly posted_by_city: string;
  readonly country_iso2: string;
  readonly language: string;
  readonly title: string;
  readonly text: string;
  readonly collaboration: readonly string[];
  readonly themes: readonly string[];
  readonly markets: readonly string[];
  readonly requirements: {
    readonly languages: readonly string[];
    readonly capacity_min: number;
    readonly certifications: readonly string[];
    readonly months: readonly number[];
  };
  readonly period_start: string;
  readonly period_end: string;
}

export interface SampleProposal {
  readonly id: string;
  readonly proposed_by: string;
  readonly language: string;
  readonly title: string;
  readonly text: string;
  readonly partners_sought: string;
  readonly themes: readonly string[];
  readonly collaboration: readonly string[];
}

export interface SampleRequest {
  readonly id: string;
  readonly requested_by: string;
  readonly language: string;
  readonly title: string;
  readonly text: string;
  readonly consulting_areas: readonly string[];
  readonly working_languages: readonly string[];
  readonly mode: string;
}

export interface SampleData {
  readonly smes: readonly SampleSme[];
  readonly consultants: readonly SampleConsultant[];
  readonly opportunities: readonly SampleOpportunity[];
  readonly project_proposals: readonly SampleProposal[];
  readonly consulting_requests: readonly SampleRequest[];
}

export interface CityRow {
  readonly slug: string;
  readonly names: readonly string[];
  readonly country: string;
  readonly languages: readonly string[];
  readonly lat: number | null;
  readonly lon: number | null;
}

export interface Judgement {
  readonly id: string;
  readonly grade: number;
  readonly hard_negative?: string;
}

export interface GoldQuery {
  readonly id: string;
  readonly type:
    'opportunity_to_organizations' | 'organization_to_opportunities' | 'consulting_request_to_organizations';
  readonly query_ref: string;
  readonly query_language: string;
  readonly query_text: string;
  readonly judgements: readonly Judgement[];
  readonly all_relevant_in_other_language?: boolean;
}

/** Reads a file as JSON; the caller says what it is. */
export function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}

const CELL = /(?:"((?:[^"]|"")*)"|([^,]*))(?:,|$)/gy;

const COUNTRY = 3;
const LAT = 5;
const LON = 6;
const LANGUAGES = 8;

const degrees = (cell: string | undefined): number | null =>
  cell === undefined || cell === '' ? null : Number(cell);

/** The cities of the network, from `member-cities.csv` of the data folder. */
export function readCities(data: string): CityRow[] {
  const lines = readFileSync(join(data, 'member-cities.csv'), 'utf8').trim().split('\n').slice(1);
  return lines.map((line) => {
    const cells = [...line.matchAll(CELL)].map((match) => match[1] ?? match[2] ?? '');
    const [slug = '', nameEn = '', nameLocal = ''] = cells;
    const languages = (cells[LANGUAGES] ?? '').split(';').filter((language) => language !== '');
    return {
      slug,
      names: [nameEn, nameLocal],
      country: cells[COUNTRY] ?? '',
      languages,
      lat: degrees(cells[LAT]),
      lon: degrees(cells[LON]),
    };
  });
}
