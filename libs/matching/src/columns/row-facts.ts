/** What a first look at a row reads, side by side: `row · LOOK + …`. */
export const LOOK = 8;
export const LOOK_AT = {
  place: 0,
  capacity: 1,
  season: 2,
  sought: 3,
  languages: 4,
  requiredLanguages: 5,
  class: 6,
  organization: 7,
} as const;

/** What else is known of a row: `row · FACTS + …`. */
export const FACTS = 10;
export const FACT_AT = {
  from: 0,
  to: 1,
  requiredMonths: 2,
  certificates: 3,
  requiredCertificates: 4,
  modes: 5,
  requiredMode: 6,
  budget: 7,
  kind: 8,
  named: 9,
} as const;
