import { CsvError, parse } from 'csv-parse/sync';
import { problem } from '../domain/city-record.js';
import { ImportRefused } from '../domain/organization.errors.js';

/** A row of a CSV file with the line it ends on, counted from 1. */
export interface CsvRow<Column extends string> {
  readonly line: number;
  readonly fields: Readonly<Record<Column, string>>;
}

/** Rows of a CSV text whose first line names exactly `columns`, in any order. Errors: organization/import-refused. */
export function readCsv<Column extends string>(text: string, columns: readonly Column[]): CsvRow<Column>[] {
  const rows = parseRows(text);
  const header = rows[0]?.record.map((name) => name.trim()) ?? [];
  const missing = columns.filter((column) => !header.includes(column));
  const unknown = header.filter((name) => !columns.some((column) => column === name));
  const findings = [
    ...missing.map((column) => problem(1, column, 'this column, which is missing')),
    ...unknown.map((name) => problem(1, name, `one of ${columns.join(', ')}`)),
  ];
  if (findings.length > 0) throw new ImportRefused(findings);
  return rows.slice(1).map(({ record, info }) => ({
    line: info.lines,
    fields: Object.fromEntries(header.map((name, index) => [name, record[index] ?? ''])) as Record<
      Column,
      string
    >,
  }));
}

interface ParsedRow {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function parseRows(text: string): ParsedRow[] {
  try {
    return parse(text, {
      bom: true,
      info: true,
      skip_empty_lines: true,
      // Both in one file too: lines added by hand to a file of another system.
      record_delimiter: ['\r\n', '\n'],
    }) as unknown as ParsedRow[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines } = error as unknown as { lines?: number };
    throw new ImportRefused([problem(lines ?? 1, 'record', `readable CSV (${error.code})`)]);
  }
}
