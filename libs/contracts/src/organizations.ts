/** Kinds of organization; each has its own role table. */
export const ORGANIZATION_KINDS = ['city', 'sme', 'consultancy', 'partner', 'secretariat'] as const;
export type OrganizationKind = (typeof ORGANIZATION_KINDS)[number];

/**
 * `applicant` has asked for admission; `active` takes part; a `candidate` is a city of the member list that is not
 * in the network; `suspended` is hidden until it returns; `closed` has left for good.
 */
export const ORGANIZATION_STATES = ['applicant', 'active', 'candidate', 'suspended', 'closed'] as const;
export type OrganizationState = (typeof ORGANIZATION_STATES)[number];

/** How sure the record of a city's membership is; kept from the source data. */
export const CERTAINTIES = ['high', 'medium', 'low'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/** Membership of the TPO itself, as the source data states it. */
export const TPO_MEMBERSHIPS = ['city_member', 'candidate', 'industry_member', 'none'] as const;
export type TpoMembership = (typeof TPO_MEMBERSHIPS)[number];

/** UI languages that are complete, and the languages of member countries texts may be written in. */
export const UI_LANGUAGES = ['en', 'ko'] as const;
export type UiLanguage = (typeof UI_LANGUAGES)[number];
export const MEMBER_LANGUAGES = [
  'en',
  'ko',
  'ja',
  'zh-Hans',
  'zh-Hant',
  'vi',
  'id',
  'ms',
  'th',
  'ru',
] as const;
