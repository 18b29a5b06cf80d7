import type { Certainty, TpoMembership } from '#libs/contracts';

/** A city as everybody may find it, without signing in. */
export interface PublicCityName {
  readonly slug: string;
  /** In Latin script. */
  readonly name: string;
  /** As it is written at home. */
  readonly nameLocal: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly tpoMembership: TpoMembership;
  /** Degrees, WGS 84. */
  readonly lat: number | null;
  readonly lon: number | null;
}

/** The facts of a city that are public: what it is and that it belongs, nothing its people wrote for members. */
export interface PublicCity extends PublicCityName {
  readonly id: string;
  readonly adminRegion: string | null;
  /** Around 2020, rounded; not a statistic. */
  readonly populationApprox: number | null;
  /** BCP 47. */
  readonly languages: readonly string[];
  readonly certainty: Certainty | null;
  readonly fictional: boolean;
}
