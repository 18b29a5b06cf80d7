/** A code and how much it is wanted. */
export interface Wish {
  readonly code: number;
  readonly weight: number;
}

export interface SoughtPlaces {
  readonly cities: readonly Wish[];
  readonly countries: readonly Wish[];
}

export interface Place {
  readonly country: number;
  readonly city: number;
}

/** Set beside the months, so that "open never" differs from "not stated". */
export const IS_STATED = 1;

/** A party in numbers; 0 (capacities: NaN and 0) means "not stated". Lists of codes are numbers of the codebook's. */
export interface CodedParty {
  readonly kind: number;
  readonly organization: number;
  /** Days as YYYYMMDD. */
  readonly from: number;
  readonly to: number;
  readonly place: number;
  readonly sought: number;
  readonly languages: number;
  readonly requiredLanguages: number;
  readonly certificates: number;
  readonly requiredCertificates: number;
  readonly modes: number;
  readonly requiredMode: number;
  /** Months 1..12 as bits 1..12, with `IS_STATED`. */
  readonly months: number;
  readonly requiredMonths: number;
  /** Number of the month list `months`. */
  readonly season: number;
  readonly capacityMax: number;
  /** Number of `capacityMax`. */
  readonly capacity: number;
  readonly capacityMin: number;
  readonly budget: number;
  /** What it states as the one who is judged, and as the judge; see `statements.ts`. */
  readonly gives: number;
  readonly wants: number;
  /** Mentions by `LIST`. */
  readonly lists: readonly (readonly number[])[];
  /** Number of the list of organizations that its text names. */
  readonly named: number;
}
