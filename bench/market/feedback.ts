import {
  DEFAULT_SPEC,
  examination,
  foldAnswers,
  learnedSpec,
  UNTAUGHT,
  type Answer,
  type FeatureCode,
  type FeatureValues,
  type LearnedModel,
} from '#libs/matching';
import { seeded } from '../setting/seeded.js';

/** Mean nDCG@10 of the chance to be accepted, of lists as each state of the model draws them up. */
export interface FeedbackFigures {
  readonly organizations: number;
  readonly rounds: number;
  readonly answers: number;
  /** By the weights of the specification. */
  readonly unlearned: number;
  /** With what was learnt from everybody. */
  readonly everybody: number;
  /** And from each organization's own answers. */
  readonly own: number;
  /** Had every match that was passed over been taken for a refusal. */
  readonly ignoringIsRefusing: number;
}

const WEIGHTS = DEFAULT_SPEC.relations.trade.demand;
const FEATURES = Object.keys(WEIGHTS) as FeatureCode[];
const POOL = 40;
const SHOWN = 10;
/** Of those who looked and do not accept, how many say so, and how many of these why. */
const [DECLINES, GIVES_REASON] = [0.5, 0.4];

interface Candidate {
  readonly values: FeatureValues;
  timesShown: number;
}

/** An organization goes by weights of its own, of which nobody tells. */
class Organization {
  readonly pool: Candidate[];

  constructor(
    readonly id: string,
    private readonly weights: ReadonlyMap<FeatureCode, number>,
    private readonly random: () => number,
  ) {
    this.pool = Array.from({ length: POOL }, () => this.newcomer());
  }

  newcomer(): Candidate {
    const values = FEATURES.flatMap((code) => (this.random() < 0.1 ? [] : [[code, this.random()] as const]));
    return { values: Object.fromEntries(values), timesShown: 0 };
  }

  chanceOf(values: FeatureValues): number {
    let [sum, total] = [0, 0];
    for (const [code, weight] of this.weights) {
      sum += weight * (values[code] ?? 0.5);
      total += weight;
    }
    return 1 / (1 + Math.exp(-12 * (sum / total - 0.55)));
  }

  /** What it misses most. */
  private complaintOf(values: FeatureValues): FeatureCode {
    const missing = (code: FeatureCode): number => this.weights.get(code)! * (1 - (values[code] ?? 0.5));
    return FEATURES.reduce((most, code) => (missing(code) > missing(most) ? code : most));
  }

  /** Looks at a list and answers; what was answered is never shown again. */
  answer(list: readonly Candidate[]): Answer[] {
    return list.map((candidate, at) => {
      candidate.timesShown += 1;
      const { values, timesShown } = candidate;
      const shown = {
        organizationId: this.id,
        values,
        weights: DEFAULT_SPEC.relations.trade.demand,
        position: at + 1,
        timesShown,
      };
      const isSeen = this.random() < examination(at + 1);
      const accepts = this.random() < this.chanceOf(values);
      if (!isSeen || (!accepts && this.random() >= DECLINES)) return { ...shown, kind: 'ignore' };
      this.pool[this.pool.indexOf(candidate)] = this.newcomer();
      if (accepts) return { ...shown, kind: 'accept' };
      if (this.random() >= GIVES_REASON) return { ...shown, kind: 'decline' };
      return { ...shown, kind: 'decline', reason: this.complaintOf(values) };
    });
  }
}

function organizations(count: number, random: () => number): Organization[] {
  const spread = (by: number): number => Math.exp(by * (2 * random() - 1));
  // What everybody goes by differs from the specification, and each differs from everybody.
  const common = new Map(FEATURES.map((code) => [code, WEIGHTS[code]! * spread(1)]));
  return Array.from(
    { length: count },
    (_, at) =>
      new Organization(
        `organization-${at}`,
        new Map([...common].map(([code, weight]) => [code, weight * spread(1)])),
        random,
      ),
  );
}

function ranked(model: LearnedModel, organization: Organization, pool: readonly Candidate[]): Candidate[] {
  const { demand } = learnedSpec(DEFAULT_SPEC, model, organization.id).relations.trade;
  const scores = new Map(pool.map((candidate) => [candidate, scoreOf(candidate.values)]));
  return [...pool].sort((a, b) => scores.get(b)! - scores.get(a)!);

  function scoreOf(values: FeatureValues): number {
    return FEATURES.reduce((sum, code) => sum + demand[code]! * (values[code] ?? 0.5), 0);
  }
}

function meanNdcg(
  model: LearnedModel,
  all: readonly Organization[],
  pools: readonly (readonly Candidate[])[],
) {
  const gain = (chances: readonly number[]): number =>
    chances.slice(0, SHOWN).reduce((sum, chance, at) => sum + chance * examination(at + 1), 0);
  const shares = all.map((organization, at) => {
    const chances = ranked(model, organization, pools[at]!).map(({ values }) =>
      organization.chanceOf(values),
    );
    return gain(chances) / gain([...chances].sort((a, b) => b - a));
  });
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

/** Plays rounds of lists and answers, folded after each round. Deterministic. */
export function simulateFeedback(count: number, rounds: number, seed = 5): FeedbackFigures {
  const taught = teach(count, rounds, seed, (answer) => answer);
  const refused = teach(count, rounds, seed, (answer) =>
    answer.kind === 'ignore' ? { ...answer, kind: 'decline' } : answer,
  );
  const { all, model } = taught;
  const pools = all.map((organization) => Array.from({ length: POOL }, () => organization.newcomer()));
  return {
    organizations: count,
    rounds,
    answers: taught.answers,
    unlearned: meanNdcg(UNTAUGHT, all, pools),
    everybody: meanNdcg({ ...model, organizations: {} }, all, pools),
    own: meanNdcg(model, all, pools),
    ignoringIsRefusing: meanNdcg(refused.model, all, pools),
  };
}

function teach(count: number, rounds: number, seed: number, understood: (answer: Answer) => Answer) {
  const all = organizations(count, seeded(seed));
  let model = UNTAUGHT;
  let answers = 0;
  for (let round = 0; round < rounds; round += 1) {
    const heard = all.flatMap((organization) =>
      organization.answer(ranked(model, organization, organization.pool).slice(0, SHOWN)),
    );
    answers += heard.filter(({ kind }) => kind !== 'ignore').length;
    model = foldAnswers(model, heard.map(understood));
  }
  return { all, model, answers };
}
