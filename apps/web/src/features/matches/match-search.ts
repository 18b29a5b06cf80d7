import { MATCH_STATES, MATCH_SUBJECTS, type MatchState, type MatchSubject } from '#libs/contracts';
import type { MatchFilter } from '../../lib/matches.js';

export type ListedState = Exclude<MatchState, 'dismissed'>;
/** What a list may be narrowed to; dismissed ones never come back. */
export const LISTED_STATES = MATCH_STATES.filter((state) => state !== 'dismissed');
/** Without a filter; those to be answered stand above the list. */
const USUAL = LISTED_STATES.filter((state) => state !== 'interest-received');

/** The filters as they stand in the address; `subject` is `proposal:<id>`. */
export interface MatchSearch {
  state?: ListedState;
  subject?: string;
}

export function readMatchSearch({ state, subject }: Record<string, unknown>): MatchSearch {
  const listed = LISTED_STATES.find((each) => each === state);
  return {
    ...(listed && { state: listed }),
    ...(typeof subject === 'string' && subjectOf(subject) && { subject }),
  };
}

function subjectOf(written: string): { subjectType: MatchSubject; subjectId: string } | undefined {
  const [type, id = ''] = written.split(':');
  const subjectType = MATCH_SUBJECTS.find((each) => each === type);
  return subjectType && /^[0-9a-f-]{36}$/i.test(id) ? { subjectType, subjectId: id } : undefined;
}

export function filterOf({ state, subject }: MatchSearch): MatchFilter {
  if (subject) return { ...subjectOf(subject), ...(state && { state: [state] }) };
  return { state: state ? [state] : USUAL };
}
