import { MATCH_STATES, MATCH_SUBJECTS, type MatchState, type MatchSubject } from '#libs/contracts';
import type { MatchFilter } from '../../lib/matches.js';

export type ListedState = Exclude<MatchState, 'dismissed'>;
/** What a list may be narrowed to; dismissed ones never come back. */
export const LISTED_STATES = MATCH_STATES.filter((state) => state !== 'dismissed');
/** Without a filter; those to be answered stand above the list. */
const USUAL = LISTED_STATES.filter((state) => state !== 'interest-received');

/** The filters as they stand in the address; `subject` is `proposal:<id>`, `object` what stands on the other side. */
export interface MatchSearch {
  state?: ListedState;
  object?: MatchSubject;
  subject?: string;
}

export function readMatchSearch({ state, object, subject }: Record<string, unknown>): MatchSearch {
  const listed = LISTED_STATES.find((each) => each === state);
  const other = MATCH_SUBJECTS.find((each) => each === object);
  return {
    ...(listed && { state: listed }),
    ...(other && { object: other }),
    ...(typeof subject === 'string' && subjectOf(subject) && { subject }),
  };
}

export function subjectOf(written: string): { subjectType: MatchSubject; subjectId: string } | undefined {
  const [type, id = ''] = written.split(':');
  const subjectType = MATCH_SUBJECTS.find((each) => each === type);
  return subjectType && /^[0-9a-f-]{36}$/i.test(id) ? { subjectType, subjectId: id } : undefined;
}

export function filterOf({ state, object, subject }: MatchSearch): MatchFilter {
  const others = object && { objectType: [object] };
  if (subject) return { ...subjectOf(subject), ...(state && { state: [state] }), ...others };
  return { state: state ? [state] : USUAL, ...others };
}
