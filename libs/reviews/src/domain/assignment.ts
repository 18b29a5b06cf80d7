import { BalancedFlow } from './balanced-flow.js';

/** A reviewer of the pool who may be given reviews. */
export interface AssignableReviewer {
  readonly id: string;
  readonly languages: readonly string[];
  /** Taxonomy codes. */
  readonly expertise: readonly string[];
  /** How many reviews they do in this call at most. */
  readonly limit: number;
  /** How many they have now. */
  readonly load: number;
}

/** A proposal that needs reviews. */
export interface ProposalToAssign {
  readonly id: string;
  /** BCP 47. */
  readonly language: string;
  /** Taxonomy codes. */
  readonly themes: readonly string[];
  /** How many reviewers are still missing. */
  readonly missing: number;
  /** Reviewers who may not be asked: a conflict, or they were asked before. */
  readonly barred: ReadonlySet<string>;
}

export interface AssignedReview {
  readonly proposalId: string;
  readonly reviewerId: string;
  /** How well they fit, 0..1. */
  readonly fit: number;
  /** The reviewer reads the language of the proposal. */
  readonly readsLanguage: boolean;
}

/** Why places stay empty: nobody is free of conflicts, or those who are have as many reviews as they may. */
export type UnfilledReason = 'all-barred' | 'limits-reached';

export interface UnfilledPlace {
  readonly proposalId: string;
  readonly missing: number;
  readonly because: UnfilledReason;
  /** How many of the pool are barred from it. */
  readonly barred: number;
}

export interface Assignment {
  readonly assigned: readonly AssignedReview[];
  readonly unfilled: readonly UnfilledPlace[];
  /** Reviews of each reviewer afterwards, in the order of the pool. */
  readonly loads: readonly number[];
}

/** Fits are counted in thousandths: whole numbers keep the search exact. */
const UNIT = 1000;
const LANGUAGE_SHARE = 0.5;

/**
 * Who reviews what: as many places filled as can be, then the load as even as can be, then languages and expertise as
 * fitting as can be, exactly and in this order (a flow of least cost whose cost per reviewer grows with the load).
 * Where reviewers are too few, every proposal gets its first before any gets its second. The same input gives the same
 * answer.
 */
export function assignReviewers(
  reviewers: readonly AssignableReviewer[],
  proposals: readonly ProposalToAssign[],
): Assignment {
  const width = reviewers.length;
  const costs = new Int32Array(proposals.length * width).fill(-1);
  for (const [row, proposal] of proposals.entries())
    for (const [column, reviewer] of reviewers.entries())
      if (!proposal.barred.has(reviewer.id))
        costs[row * width + column] = UNIT - Math.round(UNIT * fitOf(reviewer, proposal));

  const flow = new BalancedFlow(
    costs,
    reviewers.map(({ limit }) => limit),
    reviewers.map(({ load }) => load),
  );
  const empty = new Map<number, number>();
  const most = Math.max(0, ...proposals.map(({ missing }) => missing));
  // Place after place of all proposals, so that a shortage takes one reviewer from many and not all from some.
  for (let place = 0; place < most; place += 1)
    for (const [row, { missing }] of proposals.entries())
      if (place < missing && !flow.place(row)) empty.set(row, (empty.get(row) ?? 0) + 1);

  return {
    assigned: flow.pairs().flatMap(([row, column]) => {
      const [proposal, reviewer] = [proposals[row], reviewers[column]];
      if (!proposal || !reviewer) return [];
      const readsLanguage = reads(reviewer, proposal.language);
      return [
        { proposalId: proposal.id, reviewerId: reviewer.id, fit: fitOf(reviewer, proposal), readsLanguage },
      ];
    }),
    unfilled: [...empty].flatMap(([row, missing]) => {
      const proposal = proposals[row];
      return proposal ? [unfilled(proposal, missing, reviewers)] : [];
    }),
    loads: [...flow.loads],
  };
}

/** How well a reviewer fits a proposal, 0..1: half the language, half the share of its themes they know. */
export function fitOf(
  reviewer: Pick<AssignableReviewer, 'languages' | 'expertise'>,
  proposal: Pick<ProposalToAssign, 'language' | 'themes'>,
): number {
  const { themes } = proposal;
  const known = themes.filter((theme) => reviewer.expertise.includes(theme)).length;
  const expertise = themes.length === 0 ? LANGUAGE_SHARE : known / themes.length;
  const language = reads(reviewer, proposal.language) ? 1 : 0;
  return LANGUAGE_SHARE * language + (1 - LANGUAGE_SHARE) * expertise;
}

/** `zh-Hant` is read by who reads `zh`. */
function reads({ languages }: Pick<AssignableReviewer, 'languages'>, language: string): boolean {
  const [primary] = language.split('-');
  return languages.some((known) => known.split('-')[0] === primary);
}

function unfilled(
  { id: proposalId, barred }: ProposalToAssign,
  missing: number,
  reviewers: readonly AssignableReviewer[],
): UnfilledPlace {
  const hindered = reviewers.filter((reviewer) => barred.has(reviewer.id)).length;
  const free = reviewers.length - hindered;
  return { proposalId, missing, because: free < missing ? 'all-barred' : 'limits-reached', barred: hindered };
}
