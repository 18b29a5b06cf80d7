import type { OrganizationCard } from '#libs/organizations';

/** An organization as memberships, votes and seats name it. */
export class NamedOrganizationResponse {
  id: string;
  slug: string;
  /** In Latin script. */
  name: string;
  /** As it is written at home. */
  nameLocal: string | null;
  kind: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** Invented for the demonstration. */
  fictional: boolean;
}

export type Cards = ReadonlyMap<string, OrganizationCard>;

/** @throws Error for an organization that is not there: foreign keys hold all that are asked for */
export function named(cards: Cards, id: string): NamedOrganizationResponse {
  const card = cards.get(id);
  if (!card) throw new Error('An organization of the membership records is missing.');
  const { slug, name, nameLocal, kind, country, fictional } = card;
  return { id, slug, name, nameLocal, kind, country, fictional };
}
