import type { MatchParty } from '../party.js';
import { relationOf } from '../spec.js';

/** Why a pair cannot be, whatever its merits. Only facts of law or nature stand here; all else is a penalty. */
export type Exclusion = 'same_organization' | 'kinds_do_not_match' | 'periods_disjoint';

export function exclusionOf(left: MatchParty, right: MatchParty): Exclusion | undefined {
  if (left.organizationId === right.organizationId) return 'same_organization';
  if (relationOf(left.kind, right.kind) === undefined) return 'kinds_do_not_match';
  const [a, b] = [left.period, right.period];
  if (a !== undefined && b !== undefined && (a.to < b.from || b.to < a.from)) return 'periods_disjoint';
  return undefined;
}
