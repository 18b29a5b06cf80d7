/** How somebody one wants to write to stands to oneself. */
export type Acquaintance = 'colleague' | 'secretariat' | 'acquainted' | 'stranger';

/**
 * Who may write to whom at once: colleagues, people who share a conversation, and everybody with the secretariat.
 * A stranger is asked first, and may decline. Both sides are told this rule.
 */
export function writesAtOnce(acquaintance: Acquaintance): boolean {
  return acquaintance !== 'stranger';
}

/** People one conversation holds. */
export const MAX_SEATS = 100;
