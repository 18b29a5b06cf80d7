import type { Certainty, OrganizationKind, OrganizationState, TpoMembership } from '#libs/contracts';

/** The states in which others see an organization; in all others only its own people and the secretariat do. */
export const VISIBLE_STATES: readonly OrganizationState[] = ['active', 'candidate'];

/** An organization as lists and other features show it. */
export interface OrganizationCard {
  readonly id: string;
  readonly slug: string;
  /** In Latin script. */
  readonly name: string;
  /** As it is written at home. */
  readonly nameLocal: string | null;
  readonly kind: OrganizationKind;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** The member city it sits in, where that is known; its English name. */
  readonly city: string | null;
  readonly cityId: string | null;
  readonly state: OrganizationState;
  readonly tpoMembership: TpoMembership;
  /** Invented for the demonstration; always shown as such. */
  readonly fictional: boolean;
  readonly demo: boolean;
}

/** Everything kept about an organization itself. */
export interface Organization extends OrganizationCard {
  /** BCP 47, of its people's work. */
  readonly languages: readonly string[];
  readonly adminRegion: string | null;
  /** Degrees, WGS 84. */
  readonly lat: number | null;
  readonly lon: number | null;
  /** Around 2020, rounded; not a statistic. */
  readonly populationApprox: number | null;
  /** How sure the membership is; null where it was not looked up. */
  readonly certainty: Certainty | null;
  /** Where that is known from, `;` between sources. */
  readonly membershipSource: string | null;
  readonly membershipNote: string | null;
  readonly memberCount: number;
  /** It was a second entry of this one; null where it was not. */
  readonly mergedIntoId: string | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** An organization that takes part, as far as matching needs to know it. */
export interface ActiveOrganization extends Pick<OrganizationCard, 'id' | 'kind' | 'country' | 'cityId'> {
  /** BCP 47, of its people's work. */
  readonly languages: readonly string[];
  readonly version: number;
  readonly createdAt: Date;
}

/** An active organization with everything it can be found by. */
export interface ListedOrganization extends OrganizationCard {
  /** BCP 47, of its people's work. */
  readonly languages: readonly string[];
  /** Degrees, WGS 84; where it has none, those of its city. */
  readonly lat: number | null;
  readonly lon: number | null;
  /** Every spelling of its name that is known, in any script. */
  readonly aliases: readonly string[];
  readonly createdAt: Date;
}

/** A city that is an active participant and a city member of the TPO. */
export type MemberCity = Pick<OrganizationCard, 'id' | 'country'>;

/** A member or candidate city with every name by which a text may call it, in any script. */
export interface Place {
  readonly id: string;
  readonly slug: string;
  readonly names: readonly string[];
  readonly lat: number | null;
  readonly lon: number | null;
}

/** Where a person has a seat. */
export interface ActiveSeat {
  readonly personId: string;
  readonly organizationId: string;
  readonly joinedAt: Date;
}

/** A person's seat in an organization. */
export interface Member {
  readonly personId: string;
  readonly role: string;
  readonly signatory: boolean;
  readonly version: number;
  readonly joinedAt: Date;
}

/** The row of a member. */
export interface Seat extends Member {
  readonly id: string;
}

/** A seat as the person sees it. */
export interface OwnMembership {
  readonly organizationId: string;
  readonly slug: string;
  /** Slugs of second entries that were merged into it; addresses with them are still about. */
  readonly formerSlugs: readonly string[];
  readonly name: string;
  /** As it is written at home. */
  readonly nameLocal: string | null;
  readonly kind: OrganizationKind;
  /** Decides, with the role, what the person may do for it. */
  readonly state: OrganizationState;
  readonly role: string;
  readonly signatory: boolean;
}
