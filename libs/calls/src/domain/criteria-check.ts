import type { FieldError } from '#libs/kernel';
import type { Criterion } from './call-terms.js';
import { taken } from './form-check.js';

const WHOLE = 100;

/** What is wrong with a set of criteria; none at all is wrong only where they are needed. */
export function checkCriteria(at: string, criteria: readonly Criterion[], isNeeded: boolean): FieldError[] {
  if (criteria.length === 0) return isNeeded ? [{ pointer: at, code: 'call/missing' }] : [];
  const keys = criteria.map(({ key }) => key);
  const sum = criteria.reduce((total, { weight }) => total + weight, 0);
  return [
    ...(sum === WHOLE ? [] : [{ pointer: at, code: 'call/weights-not-100' }]),
    ...criteria.flatMap((criterion, place) => [
      ...(taken(keys, place) ? [{ pointer: `${at}/${place}/key`, code: 'call/key-taken' }] : []),
      ...checkScale(`${at}/${place}`, criterion),
    ]),
  ];
}

/** A scale has an end on both sides, and words for both. */
function checkScale(at: string, { min, max, anchors }: Criterion): FieldError[] {
  if (max <= min) return [{ pointer: `${at}/max`, code: 'call/scale-empty' }];
  const scores = anchors.map(({ score }) => score);
  const wrong = scores.flatMap((score, place) => {
    const pointer = `${at}/anchors/${place}/score`;
    if (score < min || score > max) return [{ pointer, code: 'call/anchor-off-scale' }];
    return taken(scores, place) ? [{ pointer, code: 'call/anchor-taken' }] : [];
  });
  const hasEnds = scores.includes(min) && scores.includes(max);
  return hasEnds ? wrong : [...wrong, { pointer: `${at}/anchors`, code: 'call/anchors-missing' }];
}
