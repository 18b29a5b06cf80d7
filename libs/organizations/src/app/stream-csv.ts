import type { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { FieldError } from '#libs/kernel';
import { problem } from '../domain/city-record.js';
import { ImportRefused } from '../domain/organization.errors.js';
import type { CsvRow } from './read-csv.js';

interface ParsedRow {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/**
 * Rows of a CSV stream whose first line names exactly `columns`, in any order, one at a time: the file may be of
 * any length. Errors: organization/import-refused.
 */
export async function* streamCsv<Column extends string>(
  input: Readable,
  columns: readonly Column[],
): AsyncGenerator<CsvRow<Column>> {
  const parser = parse({ bom: true, info: true, skip_empty_lines: true, record_delimiter: ['\r\n', '\n'] });
  input.on('error', (error) => parser.destroy(error));
  let header: string[] | undefined;
  try {
    for await (const { record, info } of input.pipe(parser) as AsyncIterable<ParsedRow>) {
      if (header) yield { line: info.lines, fields: toFields(header, record) };
      else header = checkedHeader(record, columns);
    }
    if (!header) checkedHeader([], columns);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines } = error as unknown as { lines?: number };
    throw new ImportRefused([problem(lines ?? 1, 'record', `readable CSV (${error.code})`)]);
  } finally {
    input.destroy();
  }
}

function checkedHeader(record: readonly string[], columns: readonly string[]): string[] {
  const header = record.map((name) => name.trim());
  const findings: FieldError[] = [
    ...columns
      .filter((column) => !header.includes(column))
      .map((column) => problem(1, column, 'this column, which is missing')),
    ...header
      .filter((name) => !columns.includes(name))
      .map((name) => problem(1, name, `one of ${columns.join(', ')}`)),
  ];
  if (findings.length > 0) throw new ImportRefused(findings);
  return header;
}

const toFields = <Column extends string>(header: readonly string[], record: readonly string[]) =>
  Object.fromEntries(header.map((name, index) => [name, record[index] ?? ''])) as Record<Column, string>;
