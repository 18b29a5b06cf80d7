import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { Actor, FieldError } from '#libs/kernel';
import { Database, newId, type Transaction, UnitOfWork } from '#libs/platform/database';
import { type Alias, AliasRepository } from '../data/alias.repository.js';
import { type ImportedRow, OrganizationImportRepository } from '../data/organization-import.repository.js';
import { OrganizationRepository } from '../data/organization.repository.js';
import { problem } from '../domain/city-record.js';
import { ImportRefused } from '../domain/organization.errors.js';
import {
  checkOrganizationRow,
  type ImportSurroundings,
  ORGANIZATION_COLUMNS,
  type OrganizationRow,
  toImportedOrganization,
} from '../domain/organization-record.js';
import { CountriesReader } from './countries.reader.js';
import type { ImportReport } from './import-organizations.js';
import { streamCsv } from './stream-csv.js';
import { OFFICIAL_SOURCES, officialNames } from './official-names.js';
import type { CsvRow } from './read-csv.js';

export interface OrganizationFile {
  /** Opens the file from its beginning: it is read once to check it and once to write it. */
  readonly open: () => Readable;
  /** Does everything but keep it. */
  readonly dryRun?: boolean;
  /** Told after every batch. While it is checked, how long the file is nobody knows. */
  readonly onProgress?: (progress: ImportProgress) => void;
}

export interface ImportProgress {
  readonly step: 'checking' | 'writing';
  readonly rows: number;
  /** Rows in all, once they are counted. */
  readonly total?: number;
}

/** Also how many organizations one event stands for. */
const BATCH = 500;
/** So many findings are told; a file with more has one mistake that repeats. */
const MOST_FINDINGS = 1_000;

/**
 * Brings companies, consultancies and partners to what a file says of them, found again by slug: all lines or
 * none, and twice is once. The file is streamed twice; memory does not grow with it but for its slugs. One event
 * stands for a batch of organizations. Errors: organization/import-refused with every wrong line.
 */
@Injectable()
export class ImportOrganizationFile {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly imports: OrganizationImportRepository,
    private readonly organizations: OrganizationRepository,
    private readonly aliases: AliasRepository,
    private readonly countries: CountriesReader,
  ) {}

  async execute(actor: Actor, file: OrganizationFile): Promise<ImportReport> {
    const surroundings = {
      countries: new Set((await this.countries.byCode()).keys()),
      cities: await this.imports.cities(this.database),
    };
    const total = await this.check(file, surroundings);
    const dryRun = file.dryRun ?? false;
    try {
      return await this.unitOfWork.run(actor, async (tx) => {
        const report = { ...(await this.write(tx, file, surroundings, total)), dryRun };
        if (dryRun) throw new Rehearsed(report);
        return report;
      });
    } catch (error) {
      if (error instanceof Rehearsed) return error.report;
      throw error;
    }
  }

  /** Answers how many rows there are. */
  private async check(file: OrganizationFile, surroundings: ImportSurroundings): Promise<number> {
    const findings: FieldError[] = [];
    const repeated = { slug: new Map<string, number>(), number: new Map<string, number>() };
    let rows = 0;
    for await (const batch of batches(streamCsv(file.open(), ORGANIZATION_COLUMNS))) {
      const taken = await this.imports.kindsBySlugs(
        this.database,
        batch.map(({ fields }) => fields.slug),
      );
      for (const { line, fields } of batch) {
        findings.push(...checkOrganizationRow(fields, line, surroundings));
        const kind = taken.get(fields.slug);
        if (kind !== undefined && kind !== fields.kind) {
          findings.push(
            problem(line, 'slug', `another value: this one is that of an organization of kind ${kind}`),
          );
        }
        findings.push(...repetitions(fields, line, repeated));
      }
      if (findings.length >= MOST_FINDINGS) break;
      rows += batch.length;
      file.onProgress?.({ step: 'checking', rows });
    }
    if (findings.length > 0) throw new ImportRefused(findings.slice(0, MOST_FINDINGS));
    return rows;
  }

  private async write(
    tx: Transaction,
    file: OrganizationFile,
    { cities }: ImportSurroundings,
    total: number,
  ): Promise<Omit<ImportReport, 'dryRun'>> {
    const importId = newId();
    const report = { created: 0, updated: 0, unchanged: 0 };
    let rows = 0;
    let number = 0;
    for await (const batch of batches(streamCsv(file.open(), ORGANIZATION_COLUMNS))) {
      const records = batch.map(({ fields }) => ({ ...toImportedOrganization(fields, cities), id: newId() }));
      const changed = await this.imports.write(tx, records);
      await this.rename(tx, records);
      announce(tx, { importId, number: (number += 1), changed });
      const created = changed.filter(({ version }) => version === 1).length;
      report.created += created;
      report.updated += changed.length - created;
      report.unchanged += records.length - changed.length;
      rows += batch.length;
      file.onProgress?.({ step: 'writing', rows, total });
    }
    return report;
  }

  private async rename(tx: Transaction, records: readonly ImportedRow[]): Promise<void> {
    const ids = await this.organizations.idsBySlugs(
      tx,
      records.map(({ slug }) => slug),
    );
    const names = records.flatMap((record): Alias[] => {
      const organizationId = ids.get(record.slug) ?? record.id;
      const further = record.aliases.map((name): Alias => ({ organizationId, source: 'import', name }));
      return [...officialNames(organizationId, record), ...further];
    });
    await this.aliases.replace(tx, [...ids.values()], [...OFFICIAL_SOURCES, 'import'], names);
  }
}

/** One event for the batch, so that a worker is not flooded; one audit line for each organization. */
function announce(
  tx: Transaction,
  batch: { importId: string; number: number; changed: readonly { id: string }[] },
): void {
  if (batch.changed.length === 0) return;
  for (const { id } of batch.changed) {
    tx.audit({
      action: 'organization.import',
      entityType: 'organization',
      entityId: id,
      organizationId: id,
    });
  }
  const source = { aggregateType: 'import', aggregateId: batch.importId, seq: batch.number };
  tx.emit('organizations.imported', source, { organizationIds: batch.changed.map(({ id }) => id) });
}

/** Within one file a slug and a number of one register name one organization. */
function repetitions(
  { slug, country_iso2: country, registration_number: number }: OrganizationRow,
  line: number,
  seen: { readonly slug: Map<string, number>; readonly number: Map<string, number> },
): FieldError[] {
  const keys = [
    ['slug', slug, seen.slug],
    ['registration_number', number.trim() && `${country} ${number.trim()}`, seen.number],
  ] as const;
  return keys.flatMap(([column, key, lines]) => {
    if (key === '') return [];
    const first = lines.get(key);
    if (first === undefined) lines.set(key, line);
    return first === undefined ? [] : [problem(line, column, `another value: line ${first} has this one`)];
  });
}

async function* batches<Column extends string>(
  rows: AsyncIterable<CsvRow<Column>>,
): AsyncGenerator<CsvRow<Column>[]> {
  let batch: CsvRow<Column>[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Ends the transaction of a dry run, so that nothing of it stays. */
class Rehearsed extends Error {
  constructor(readonly report: ImportReport) {
    super('dry run');
  }
}
