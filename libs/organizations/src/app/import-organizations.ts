import { Injectable } from '@nestjs/common';
import type { Actor, FieldError } from '#libs/kernel';
import { newId, type Transaction, UnitOfWork } from '#libs/platform/database';
import { cityNames } from '#libs/taxonomy';
import { type Alias, AliasRepository } from '../data/alias.repository.js';
import { type OrganizationRecord, OrganizationRepository } from '../data/organization.repository.js';
import { checkCityRow, CITY_COLUMNS, problem, toOrganizationRecord } from '../domain/city-record.js';
import { nameKey } from '../domain/fold-name.js';
import { ImportRefused } from '../domain/organization.errors.js';
import { CountriesReader } from './countries.reader.js';
import { OFFICIAL_SOURCES, officialNames } from './official-names.js';
import { type CsvRow, readCsv } from './read-csv.js';

export interface ImportFile {
  /** CSV with the columns of `data/member-cities.csv`. */
  readonly cities: string;
  /** CSV with the columns `slug,alias,kind,source`: further spellings, e.g. `data/city-aliases.csv`. */
  readonly aliases?: string;
  /** Does everything but keep it. */
  readonly dryRun?: boolean;
}

export interface ImportReport {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly dryRun: boolean;
}

const ALIAS_COLUMNS = ['slug', 'alias', 'kind', 'source'] as const;
type AliasRow = CsvRow<(typeof ALIAS_COLUMNS)[number]>;

/**
 * Brings organizations to the state of a file, found again by slug: all lines or none, and twice is once. The
 * file wins over what was changed since. Errors: organization/import-refused with every wrong line.
 */
@Injectable()
export class ImportOrganizations {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organizations: OrganizationRepository,
    private readonly aliases: AliasRepository,
    private readonly countries: CountriesReader,
  ) {}

  async execute(actor: Actor, file: ImportFile): Promise<ImportReport> {
    const records = await this.readCities(file.cities);
    const spellings = readAliases(file.aliases, new Set(records.map(({ slug }) => slug)));
    const dryRun = file.dryRun ?? false;
    try {
      return await this.unitOfWork.run(actor, async (tx) => {
        const report = { ...(await this.write(tx, records, spellings)), dryRun };
        if (dryRun) throw new Rehearsed(report);
        return report;
      });
    } catch (error) {
      if (error instanceof Rehearsed) return error.report;
      throw error;
    }
  }

  private async write(
    tx: Transaction,
    records: readonly OrganizationRecord[],
    spellings: ReadonlyMap<string, string[]>,
  ): Promise<Omit<ImportReport, 'dryRun'>> {
    const drafts = records.map((record) => ({ ...record, id: newId() }));
    const changed = await this.organizations.bringUpToDate(tx, drafts);
    for (const organization of changed) announce(tx, organization);
    const slugs = records.map(({ slug }) => slug);
    const ids = await this.organizations.idsBySlugs(tx, slugs);
    const names = records.flatMap((record) =>
      namesOf(ids.get(record.slug) ?? '', record, spellings.get(record.slug) ?? []),
    );
    await this.aliases.replace(tx, [...ids.values()], [...OFFICIAL_SOURCES, 'import'], names);
    const created = changed.filter(({ version }) => version === 1).length;
    const updated = changed.length - created;
    return { created, updated, unchanged: records.length - changed.length };
  }

  private async readCities(text: string): Promise<OrganizationRecord[]> {
    const rows = readCsv(text, CITY_COLUMNS);
    const countries = new Set((await this.countries.byCode()).keys());
    const findings = [
      ...rows.flatMap(({ line, fields }) => checkCityRow(fields, line, countries)),
      ...repeated(rows, ({ fields }) => fields.slug, 'slug'),
    ];
    if (findings.length > 0) throw new ImportRefused(inOrder(findings));
    return rows.map(({ fields }) => toOrganizationRecord(fields));
  }
}

function announce(tx: Transaction, { id, version }: { id: string; version: number }): void {
  const source = { aggregateType: 'organization', aggregateId: id, seq: version, organizationId: id };
  tx.audit({
    action: 'organization.import',
    entityType: 'organization',
    entityId: id,
    organizationId: id,
  });
  tx.emit('organization.imported', source, {});
}

/** Official names, for a city also its names in other scripts, and the spellings of the aliases file. */
function namesOf(id: string, record: OrganizationRecord, spellings: readonly string[]): Alias[] {
  const official = [record.name, record.nameLocal ?? ''];
  const known = record.kind === 'city' ? cityNames({ slug: record.slug, names: official }) : [];
  const further = [...known, ...spellings].map((name): Alias => ({
    organizationId: id,
    source: 'import',
    name,
  }));
  return [...officialNames(id, record), ...further];
}

/** Ends the transaction of a dry run, so that nothing of it stays. */
class Rehearsed extends Error {
  constructor(readonly report: ImportReport) {
    super('dry run');
  }
}

/** Further spellings by slug. One spelling may not lead to two organizations. */
function readAliases(text: string | undefined, slugs: ReadonlySet<string>): ReadonlyMap<string, string[]> {
  const rows: AliasRow[] = text === undefined ? [] : readCsv(text, ALIAS_COLUMNS);
  const findings = [
    ...rows
      .filter(({ fields }) => !slugs.has(fields.slug))
      .map(({ line }) => problem(line, 'slug', 'a slug of the cities file')),
    ...rows
      .filter(({ fields }) => nameKey(fields.alias) === '')
      .map(({ line }) => problem(line, 'alias', 'a name')),
    ...repeated(rows, ({ fields }) => nameKey(fields.alias), 'alias'),
  ];
  if (findings.length > 0) throw new ImportRefused(inOrder(findings));
  const spellings = new Map<string, string[]>();
  for (const { fields } of rows) {
    spellings.set(fields.slug, [...(spellings.get(fields.slug) ?? []), fields.alias]);
  }
  return spellings;
}

function repeated<Row extends { readonly line: number }>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  column: string,
): FieldError[] {
  const first = new Map<string, number>();
  return rows.flatMap((row) => {
    const key = keyOf(row);
    const line = first.get(key);
    if (line === undefined) first.set(key, row.line);
    return line === undefined ? [] : [problem(row.line, column, `another value: line ${line} has this one`)];
  });
}

const lineOf = ({ pointer }: FieldError): number => Number(pointer.split('/')[1]);
const inOrder = (findings: readonly FieldError[]): FieldError[] =>
  [...findings].sort((one, other) => lineOf(one) - lineOf(other));
