import type { Alias, AliasSource } from '../data/alias.repository.js';
import { coreName } from '../domain/core-name.js';
import { nameKey } from '../domain/fold-name.js';

/** What {@link officialNames} answers for. */
export const OFFICIAL_SOURCES: readonly AliasSource[] = ['slug', 'name', 'core'];

/** The spellings an organization has by itself: short name, Latin name, name at home; both without legal form. */
export function officialNames(
  organizationId: string,
  { slug, name = '', nameLocal }: { slug: string; name?: string; nameLocal?: string | null },
): Alias[] {
  const names = [name, nameLocal ?? ''];
  const cores = names.map(coreName).filter((core, index) => nameKey(core) !== nameKey(names[index] ?? ''));
  const spelled =
    (source: AliasSource) =>
    (spelling: string): Alias => ({
      organizationId,
      source,
      name: spelling,
    });
  return [...[slug].map(spelled('slug')), ...names.map(spelled('name')), ...cores.map(spelled('core'))];
}
