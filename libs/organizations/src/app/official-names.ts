import type { Alias } from '../data/alias.repository.js';

/** The spellings an organization has by itself: short name, Latin name, name at home. */
export function officialNames(
  organizationId: string,
  { slug, name, nameLocal }: { slug: string; name?: string; nameLocal?: string | null },
): Alias[] {
  return [
    { organizationId, source: 'slug', name: slug },
    { organizationId, source: 'name', name: name ?? '' },
    { organizationId, source: 'name', name: nameLocal ?? '' },
  ];
}
