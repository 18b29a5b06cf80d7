import type { OrganizationKind } from '#libs/contracts';
import { type MatchParty, NO_CONCEPTS, type PartyConcepts, type Weighted } from '#libs/matching';
import type { ActiveOrganization } from '#libs/organizations';
import type { ProfileRecord } from '#libs/profiles';
import { conceptsOf, namedPlacesOf, placesSought, practisedAreas, type Vocabulary } from '#libs/taxonomy';
import { declared, known, ofKind, stated, strongest, withImplied, written } from './concepts.js';

/** Everybody but the secretariat, which runs the network and seeks no partner in it. */
export interface Participant extends ActiveOrganization {
  readonly kind: Exclude<OrganizationKind, 'secretariat'>;
}

export interface Home {
  readonly country: string;
  readonly city?: string;
}

export function isParticipant(organization: ActiveOrganization): organization is Participant {
  return organization.kind !== 'secretariat';
}

/** Where an organization is at home: a city is its own home. */
export function homeOf({ id, kind, country, cityId }: ActiveOrganization): Home {
  const city = kind === 'city' ? id : cityId;
  return { country, ...(city !== null && { city }) };
}

/** An organization by its profile; without one it is known by its place and languages alone. */
export function organizationParty(
  organization: Participant,
  profile: ProfileRecord | undefined,
  vocabulary: Vocabulary,
): MatchParty {
  const place = { id: organization.id, organizationId: organization.id, ...homeOf(organization) };
  if (!profile) {
    return { ...place, kind: organization.kind, concepts: NO_CONCEPTS, languages: organization.languages };
  }
  return {
    ...place,
    kind: organization.kind,
    concepts: conceptsIn(profile, organization, vocabulary),
    languages: stated(profile.languages) ?? organization.languages,
    sought: soughtBy(profile, organization, vocabulary),
    ...known({
      months: stated(profile.operatingMonths),
      modes: stated(profile.modes),
      capacity: profile.capacity?.maxGroup === undefined ? undefined : { max: profile.capacity.maxGroup },
    }),
  };
}

function conceptsIn(profile: ProfileRecord, { kind }: Participant, vocabulary: Vocabulary): PartyConcepts {
  const { themes, sectors, offers, seeks, consultingAreas, certifications } = profile;
  const about = [...written(profile.language, profile.summary, profile.offerText), ...profile.offerWritings];
  const own = conceptsOf([...themes, ...sectors, ...offers, ...consultingAreas], about, vocabulary);
  const isConsultancy = kind === 'consultancy';
  const itself = isConsultancy ? declared(['sec.consultancy']) : [];
  const given = withImplied(ofKind(own, 'collaboration'), seeks);
  const areas = ofKind(own, 'consulting_area');
  return {
    offers: given,
    seeks: declared(seeks),
    themes: ofKind(own, 'theme'),
    sectors: strongest([ofKind(own, 'sector'), itself]),
    markets: declared(profile.markets),
    areas: isConsultancy ? areas : practisedAreas(areas, given),
    certifications: declared(certifications),
  };
}

function soughtBy(
  profile: ProfileRecord,
  organization: Participant,
  vocabulary: Vocabulary,
): NonNullable<MatchParty['sought']> {
  const wish = [...written(profile.language, profile.seekText), ...profile.seekWritings];
  const mentioned = conceptsOf([], wish, vocabulary);
  const places = placesSought({
    seeks: profile.seeks,
    markets: profile.markets,
    mentioned,
    named: namedPlacesOf(wish, vocabulary),
    vocabulary,
    // A city does its work at home; a firm that travels is not tied to a place.
    ...(organization.kind === 'city' && { home: homeOf(organization) }),
  });
  return { ...places, sectors: ofKind(mentioned, 'sector') };
}

/** A city is also known by what it has published. */
export function withPublished(city: MatchParty, published: readonly MatchParty[]): MatchParty {
  if (published.length === 0) return city;
  const all = (of: (concepts: PartyConcepts) => readonly Weighted[]): Weighted[] =>
    strongest([city, ...published].map(({ concepts }) => of(concepts)));
  return {
    ...city,
    concepts: {
      ...city.concepts,
      offers: all((concepts) => concepts.offers),
      seeks: all((concepts) => concepts.seeks),
      themes: all((concepts) => concepts.themes),
      markets: all((concepts) => concepts.markets),
    },
  };
}
