import { calibrated, chanceAt, type Curve, examination, type Observed } from '#libs/matching';

/** By what lists are balanced: how likely people answer, and how much showing each organization has had would be fair. */
export interface MarketTerms {
  /** Chance that who looks at a match of this score writes to the other side. */
  readonly answers: Curve;
  /** Chance that who is written to about a match of this score agrees. */
  readonly welcomes: Curve;
  /** Looks each organization would have if all had the same. */
  readonly fairLooks: number;
}

/** Letters an organization can still look through, by its id; of one that is not there nothing is known. */
export type Capacities = ReadonlyMap<string, number>;

/** What a list promises an organization it shows, in expected numbers. */
export interface Promised {
  readonly organizationId: string;
  readonly looks: number;
  readonly answers: number;
}

/** What an organization did with the letters it got. */
export interface LettersOf {
  readonly organizationId: string;
  /** Those of half a year that were not taken back, of these answered, and of these in the last two weeks. */
  readonly received: number;
  readonly answered: number;
  readonly answeredLately: number;
  /** Without an answer yet. */
  readonly waiting: number;
}

/** Letters that whoever nothing is known of looks through while an interest waits: about two a working day. */
export const USUAL_LETTERS = 20;
const LEAST_LETTERS = 4;
/** How many answered letters a newcomer is believed to have answered. */
const BELIEF_IN_LETTERS = 3;
/** How many looks, or letters, what we believe of each score is worth. */
const BELIEF = 40;

const SCORES = Array.from({ length: 21 }, (_, at) => at / 20);
const sigmoid = (logit: number): number => 1 / (1 + Math.exp(-logit));
const curve = (of: (score: number) => number): Curve => ({ scores: SCORES, chances: SCORES.map(of) });

/** What is believed before anybody has answered: three in ten write at the very best fits, and half agree at a middling one. */
export const FIRST_TERMS: MarketTerms = {
  answers: curve((score) => 0.3 * sigmoid(8 * (score - 0.6))),
  welcomes: curve((score) => sigmoid(8 * (score - 0.5))),
  fairLooks: 0,
};

/** The same, as what was seen since has taught. */
export function termsFrom(
  shown: readonly Observed[],
  written: readonly Observed[],
): Pick<MarketTerms, 'answers' | 'welcomes'> {
  return {
    answers: calibrated(FIRST_TERMS.answers, shown, BELIEF),
    welcomes: calibrated(FIRST_TERMS.welcomes, written, BELIEF),
  };
}

/** Who leaves letters lying gets fewer, who answers many gets more; those that wait take their room already. */
export function capacityOf({ received, answered, answeredLately, waiting }: LettersOf): number {
  const due = Math.max(answered, received - waiting);
  const share = (answered + BELIEF_IN_LETTERS) / (due + BELIEF_IN_LETTERS);
  const bears = Math.max(LEAST_LETTERS, Math.round(USUAL_LETTERS * share), answeredLately);
  return Math.max(0, bears - waiting);
}

/** What lists promise those in them, each list best first. */
export function promisedBy(
  lists: readonly (readonly { readonly organizationId: string; readonly score: number }[])[],
  { answers }: Pick<MarketTerms, 'answers'>,
): Promised[] {
  const all = new Map<string, Promised>();
  for (const list of lists) {
    for (const [at, { organizationId, score }] of list.entries()) {
      const before = all.get(organizationId);
      const looks = examination(at + 1);
      all.set(organizationId, {
        organizationId,
        looks: (before?.looks ?? 0) + looks,
        answers: (before?.answers ?? 0) + looks * chanceAt(answers, score),
      });
    }
  }
  return [...all.values()];
}
