/** What a match starts from. */
export const MATCH_SUBJECTS = ['proposal', 'opportunity', 'organization', 'consulting_request'] as const;
export type MatchSubject = (typeof MATCH_SUBJECTS)[number];

export const FITS = ['strong', 'good', 'possible'] as const;
export type Fit = (typeof FITS)[number];

/** From the acting organization's side. `dismissed` never returns. */
export const MATCH_STATES = [
  'suggested',
  'interest-sent',
  'interest-received',
  'connected',
  'declined',
  'dismissed',
] as const;
export type MatchState = (typeof MATCH_STATES)[number];

/** Why somebody does not want a match; learnt from later, so a closed list. */
export const DISMISSAL_REASONS = [
  'not-our-field',
  'wrong-region',
  'wrong-time',
  'already-partners',
  'no-capacity',
  'other',
] as const;
export type DismissalReason = (typeof DISMISSAL_REASONS)[number];
