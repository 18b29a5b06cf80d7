import type { Comparison } from '../../lib/directory.js';

type Words = Comparison['texts'][number]['values'][number];
type Coded = Comparison['rows'][number]['field'];
type Worded = Comparison['texts'][number]['field'];

/** What a cell holds: words of somebody, or values with names of their own in every language. */
export type Cell = { kind: 'words'; words: Words } | { kind: 'values'; values: readonly string[] };

/** In the order in which one reads; what each says in words stands with what it says in codes. */
export const ROWS = [
  'kind',
  'country',
  'city',
  'tpoMembership',
  'summary',
  'themes',
  'sectors',
  'offers',
  'offerText',
  'seeks',
  'seekText',
  'markets',
  'languages',
  'certifications',
  'consultingAreas',
  'operatingMonths',
  'groupsPerMonth',
  'maxGroup',
] as const satisfies readonly (Coded | Worded)[];
export type RowName = (typeof ROWS)[number];
export interface Row {
  name: RowName;
  cells: Cell[];
  isEqual: boolean;
}

/** The table: a row for each thing that at least one of them states. */
export function rowsOf({ rows, texts }: Pick<Comparison, 'rows' | 'texts'>): Row[] {
  const cellsOf = (name: RowName): Cell[] => [
    ...(rows.find(({ field }) => field === name)?.values ?? []).map((values): Cell => ({
      kind: 'values',
      values,
    })),
    ...(texts.find(({ field }) => field === name)?.values ?? []).map((words): Cell => ({
      kind: 'words',
      words,
    })),
  ];
  return ROWS.flatMap((name) => {
    const cells = cellsOf(name);
    if (cells.every(isSilent)) return [];
    const [first, ...others] = cells.map(meaningOf);
    return [{ name, cells, isEqual: others.every((meaning) => meaning === first) }];
  });
}

export function isSilent(cell: Cell): boolean {
  return cell.kind === 'words' ? !cell.words.text : cell.values.length === 0;
}

/** Equal for cells that say the same, whatever the order it is said in. */
function meaningOf(cell: Cell): string {
  if (cell.kind === 'words') return cell.words.text ?? '';
  return [...cell.values].sort().join('\n');
}
