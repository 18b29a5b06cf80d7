import { useText } from '../../i18n/use-text.js';
import { type DirectorySearch, FILTERS } from './directory-search.js';
import { useFilterValueName } from './filter-value-name.js';

/** One thing that narrows a search, and the search without it. */
export interface SearchPart {
  id: string;
  /** The value alone: “Vietnam”. */
  name: string;
  /** What it means: “Country: Vietnam”. */
  label: string;
  without: DirectorySearch;
}

/** What narrows a search beside its words, in the reader's language. */
export function useSearchParts(): (search: DirectorySearch) => SearchPart[] {
  const text = useText();
  const nameOf = useFilterValueName();
  return (search) => {
    const parts = FILTERS.flatMap((filter) =>
      (search[filter] ?? []).map((value): SearchPart => {
        const { [filter]: chosen = [], ...rest } = search;
        const left = chosen.filter((each) => each !== value);
        return {
          id: `${filter} ${value}`,
          name: nameOf(filter, value),
          label: text('directory.part', {
            filter: text(`directory.filter.${filter}`),
            value: nameOf(filter, value),
          }),
          without: left.length > 0 ? { ...rest, [filter]: left } : rest,
        };
      }),
    );
    const { area, ...everywhere } = search;
    const name = text('directory.part.area');
    if (area) parts.push({ id: 'area', name, label: name, without: everywhere });
    return parts;
  };
}

/** A search in one line: its words and everything that narrows it; null where it asks for everything. */
export function useSearchLine(): (search: DirectorySearch) => string | null {
  const partsOf = useSearchParts();
  return (search) => {
    const words = [...(search.q ? [`“${search.q}”`] : []), ...partsOf(search).map(({ label }) => label)];
    return words.length > 0 ? words.join(' · ') : null;
  };
}
