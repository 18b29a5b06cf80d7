import { fuse } from '../score/fusion.js';
import { FEATURE_CODES } from '../spec.js';
import { intersection, type Bits } from './bitmaps.js';
import { LIST } from './lists.js';
import { conceptsOf, conditionsOf, type ClassInput, type Respect, type RowClass } from './row-classes.js';
import { SLACK } from './row-scorer.js';

/** Candidates that are alike in every respect: those in both bitmaps. None of them scores above the bound. */
export interface Box {
  readonly bound: number;
  readonly conditions: () => Bits;
  readonly concepts: () => Bits;
}

type Half = Omit<RowClass, 'rows'> & { readonly rows: () => Bits };

const once = <Value>(make: () => Value): (() => Value) => {
  let made: Value | undefined;
  return () => (made ??= make());
};

/** All combinations of the classes of some respects; bitmaps are made only for those that are opened. */
function combined(all: Bits, respects: readonly Respect[]): Half[] {
  let halves: Half[] = [{ rows: () => all, subjectLoss: 0, candidateLoss: 0, keep: 1 }];
  for (const respect of respects) {
    halves = halves.flatMap((half) =>
      respect.map((next) => ({
        rows: once(() => intersection(half.rows(), next.rows)),
        subjectLoss: half.subjectLoss + next.subjectLoss,
        candidateLoss: half.candidateLoss + next.candidateLoss,
        keep: half.keep * next.keep,
      })),
    );
  }
  return halves;
}

const AREAS = FEATURE_CODES.indexOf('areas_covered');
const SECTOR = FEATURE_CODES.indexOf('sector_sought');
const PLACE = FEATURE_CODES.indexOf('place_sought');

/** The most weight that can matter to the subject: what it does not ask for does not count. */
function weightOfSubject({ judgement, subject, setting }: ClassInput): number {
  const asks = (list: (typeof LIST)[keyof typeof LIST]): boolean => judgement.count(list, subject) > 0;
  const isSilent = new Map([
    [AREAS, !asks(LIST.areas)],
    [SECTOR, !asks(LIST.soughtSectors)],
    [PLACE, !asks(LIST.soughtCities) && !asks(LIST.soughtCountries)],
  ]);
  return setting.subjectWeights.reduce(
    (sum, weight, code) => (isSilent.get(code) === true ? sum : sum + weight),
    0,
  );
}

/**
 * Parts the candidates into boxes, the highest bound first. A judgement is a weighted mean, so a class that loses `l`
 * of the weights loses at least `l` divided by all of them; the fusion and the conditions never raise what is lost.
 */
export function boxesOf(input: ClassInput): Box[] {
  const { rows, setting, spec } = input;
  const ours = weightOfSubject(input);
  const theirs = setting.candidateWeights.reduce((sum, weight) => sum + weight, 0);
  const boxes: Box[] = [];
  const concepts = combined(rows, conceptsOf(input));
  for (const condition of combined(rows, conditionsOf(input))) {
    for (const concept of concepts) {
      const a = Math.max(0, 1 - (condition.subjectLoss + concept.subjectLoss) / ours);
      const b = Math.max(0, 1 - (condition.candidateLoss + concept.candidateLoss) / theirs);
      const { score } = fuse(a, b, setting.subjectShare, setting.candidateShare, spec.reciprocity);
      const bound = score * condition.keep * concept.keep + SLACK;
      boxes.push({ bound, conditions: condition.rows, concepts: concept.rows });
    }
  }
  return boxes.sort((x, y) => y.bound - x.bound);
}
