import type { Fact, Reason } from '../reasons.js';

/** Features that look the same from both sides are told once; those with a direction once per direction. */
const DIRECTED: ReadonlySet<string> = new Set(['offer_meets_need', 'sector_sought', 'place_sought']);

const key = ({ code, facts }: Reason): string =>
  DIRECTED.has(code) ? `${code} ${facts.ours[0]?.type ?? ''}` : code;

function mergeFacts(first: readonly Fact[], second: readonly Fact[]): Fact[] {
  const merged = new Map<string, Fact>();
  for (const entry of [...first, ...second]) {
    const id = `${entry.type} ${entry.value}`;
    if (!merged.has(id)) merged.set(id, entry);
  }
  return [...merged.values()].sort((a, b) => compare(a.type, b.type) || compare(a.value, b.value));
}

function compare(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0;
}

/** Adds up the reasons with the same meaning, drops those that contribute nothing, and puts the weightiest first. */
export function mergeReasons(reasons: readonly Reason[]): Reason[] {
  const merged = new Map<string, Reason>();
  for (const reason of reasons) {
    if (reason.contribution <= 0 && reason.code !== 'named_in_text') continue;
    const known = merged.get(key(reason));
    merged.set(
      key(reason),
      known === undefined
        ? reason
        : {
            code: reason.code,
            contribution: known.contribution + reason.contribution,
            facts: {
              ours: mergeFacts(known.facts.ours, reason.facts.ours),
              theirs: mergeFacts(known.facts.theirs, reason.facts.theirs),
            },
          },
    );
  }
  return [...merged.values()].sort((a, b) => b.contribution - a.contribution || compare(a.code, b.code));
}
