/** What a merge of two organizations moves, by what it is. */
export const MERGED_RECORDS = [
  'seat',
  'invitation',
  'name',
  'located-organization',
  'profile',
  'profile-entry',
  'file',
  'opportunity',
  'call',
  'proposal',
  'consortium-place',
  'letter-of-support',
  'review',
  'project',
  'consulting-request',
  'engagement',
  'conversation',
  'match',
  'interest',
  'recommendation',
  'saved-search',
  'shortlist',
  'shortlist-entry',
  'notice',
] as const;
export type MergedRecord = (typeof MERGED_RECORDS)[number];

/** Why two organizations cannot be merged as they stand. */
export const MERGE_OBSTACLES = [
  'other-kind',
  'secretariat',
  'not-taking-part',
  'application-under-way',
  'membership-held',
  'committee-seat-held',
] as const;
export type MergeObstacle = (typeof MERGE_OBSTACLES)[number];
