import { type ChangesOf, checkedDay, money, type Money, patched, saidOrNull, within } from '#libs/kernel';
import {
  BandContradictory,
  CommitteeNamesNobody,
  ConsultantBearsCost,
  SharesDoNotAddUp,
} from './consulting-request.errors.js';
import { type ConsultingRequestState, OPEN_STATES } from './request-states.js';

/** `committee`: a member city asks the TPO's own experts; `b2b`: a participant asks consultants. */
export const CONSULTING_KINDS = ['committee', 'b2b'] as const;
export type ConsultingKind = (typeof CONSULTING_KINDS)[number];

/** How the advice is given. */
export const CONSULTING_MODES = ['onsite', 'remote', 'either'] as const;
export type ConsultingMode = (typeof CONSULTING_MODES)[number];

/** Who pays which part of the fee. */
export interface CostBearer {
  readonly organizationId: string;
  /** Of the whole, which is 10,000. */
  readonly shareBasisPoints: number;
}

/** What an organization asks experts. A draft needs a title and its language; submission also the text. */
export interface ConsultingRequestContent {
  readonly kind: ConsultingKind;
  readonly title: string;
  /** BCP 47 language of title and text. */
  readonly language: string;
  readonly text: string | null;
  /** What shall be different afterwards. */
  readonly goal: string | null;
  /** Taxonomy codes of kind `consulting_area`. */
  readonly areas: readonly string[];
  /** BCP 47 languages the requester can work in. */
  readonly workingLanguages: readonly string[];
  /** Null: not stated. */
  readonly mode: ConsultingMode | null;
  /** The most it may cost; with `budgetFrom`, of the same currency, a band. */
  readonly budget: Money | null;
  readonly budgetFrom: Money | null;
  /** Empty: the requesting organization bears all of it. Else the shares add up to 10,000. */
  readonly costBearers: readonly CostBearer[];
  /** Organizations of consultants who are asked by name; of kind `b2b` only. */
  readonly namedConsultants: readonly string[];
  /** Day by which the advice is needed. */
  readonly deadline: string | null;
  /** Every reader is told so; what later publishes or summarises requests leaves it out. */
  readonly confidential: boolean;
}

export interface ConsultingRequest extends ConsultingRequestContent {
  readonly id: string;
  readonly organizationId: string;
  readonly createdBy: string;
  readonly state: ConsultingRequestState;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly submittedAt: Date | null;
  readonly stateSince: Date;
  /** When whoever it waits for is late; null where no clock runs. */
  readonly dueAt: Date | null;
  /** False: the holidays of the country are not known, and only weekends were left out. */
  readonly dueIsKnown: boolean;
  /** How often the secretariat has let its clock run out. */
  readonly lateRounds: number;
  /** Whoever of the secretariat has taken it. */
  readonly triagePersonId: string | null;
  readonly quotesCloseAt: Date | null;
  /** From here on the requester and the secretariat read the quotes. */
  readonly quotesOpenedAt: Date | null;
  readonly selectedQuoteId: string | null;
  /** What answered it: a case of the library, or a city that knows. */
  readonly answeredCaseId: string | null;
  readonly answeredCityId: string | null;
}

/** Fields as they are sent: left out is unchanged, null is cleared. */
export type ConsultingRequestChanges = ChangesOf<ConsultingRequestContent, 'title' | 'language' | 'kind'>;

const BLANK: Omit<ConsultingRequestContent, 'title' | 'language'> = {
  kind: 'b2b',
  text: null,
  goal: null,
  areas: [],
  workingLanguages: [],
  mode: null,
  budget: null,
  budgetFrom: null,
  costBearers: [],
  namedConsultants: [],
  deadline: null,
  confidential: false,
};

/**
 * The content of a new draft. Throws `request/invalid` for an impossible budget or deadline, and errors of
 * `consulting-request/` for parts that contradict each other.
 */
export function newContent(
  input: ConsultingRequestChanges & Pick<ConsultingRequestContent, 'title' | 'language'>,
): ConsultingRequestContent {
  return changedContent({ ...BLANK, title: input.title, language: input.language }, input);
}

/** `content` with the sent fields replaced. Throws like {@link newContent}. */
export function changedContent(
  content: ConsultingRequestContent,
  changes: ConsultingRequestChanges,
): ConsultingRequestContent {
  const kind = patched(changes.kind, content.kind, content.kind);
  const budget = patched(changes.budget, content.budget, null);
  const budgetFrom = patched(changes.budgetFrom, content.budgetFrom, null);
  const namedConsultants = patched(changes.namedConsultants, content.namedConsultants, []);
  if (kind === 'committee' && namedConsultants.length > 0) throw new CommitteeNamesNobody();
  const costBearers = checkedShares(patched(changes.costBearers, content.costBearers, []));
  return {
    kind,
    title: patched(changes.title, content.title, content.title).trim(),
    language: patched(changes.language, content.language, content.language),
    text: saidOrNull(patched(changes.text, content.text, null)),
    goal: saidOrNull(patched(changes.goal, content.goal, null)),
    areas: patched(changes.areas, content.areas, []),
    workingLanguages: patched(changes.workingLanguages, content.workingLanguages, []),
    mode: patched(changes.mode, content.mode, null),
    ...checkedBand(budget, budgetFrom),
    costBearers,
    namedConsultants: checkedNames(namedConsultants, costBearers),
    deadline: checkedDay('/deadline', patched(changes.deadline, content.deadline, null)),
    confidential: patched(changes.confidential, content.confidential, false),
  };
}

function checkedBand(
  most: Money | null,
  least: Money | null,
): Pick<ConsultingRequestContent, 'budget' | 'budgetFrom'> {
  const budget = most && within('/budget', () => money(most.amountMinor, most.currency));
  const budgetFrom = least && within('/budgetFrom', () => money(least.amountMinor, least.currency));
  if (budgetFrom && !budget) throw new BandContradictory('needs-upper-end');
  if (budget && budgetFrom && budget.currency !== budgetFrom.currency) {
    throw new BandContradictory('other-currency');
  }
  if (budget && budgetFrom && budgetFrom.amountMinor > budget.amountMinor) {
    throw new BandContradictory('ends-below-its-beginning');
  }
  return { budget, budgetFrom };
}

/** Shares of the whole: none, or every one more than nothing and together 10,000. Throws `consulting-request/shares`. */
export function checkedShares(
  bearers: readonly CostBearer[],
  pointer = '/costBearers',
): readonly CostBearer[] {
  if (bearers.length === 0) return [];
  const isDouble = new Set(bearers.map(({ organizationId }) => organizationId)).size < bearers.length;
  const total = bearers.reduce((sum, { shareBasisPoints }) => sum + shareBasisPoints, 0);
  if (isDouble || total !== WHOLE) throw new SharesDoNotAddUp(pointer);
  return bearers;
}

/** Who gives advice for a fee bears none of it. Throws `consulting-request/consultant-bears-cost`. */
function checkedNames(named: readonly string[], bearers: readonly CostBearer[]): readonly string[] {
  const bearing = new Set(bearers.map(({ organizationId }) => organizationId));
  const wrong = named.flatMap((id, index) => (bearing.has(id) ? [index] : []));
  if (wrong.length > 0) throw new ConsultantBearsCost(wrong);
  return named;
}

/** Basis points of all that is to be paid. */
export const WHOLE = 10_000;

/** What still has to be filled in before a request can be submitted. The committee is told a little more. */
export function missingForSubmission(
  content: ConsultingRequestContent,
): readonly (keyof ConsultingRequestContent)[] {
  const missing: (keyof ConsultingRequestContent)[] = [];
  if (content.text === null) missing.push('text');
  if (content.kind === 'committee' && content.areas.length === 0) missing.push('areas');
  if (content.kind === 'committee' && content.goal === null) missing.push('goal');
  return missing;
}

/** True once what is in is read, or the close has passed: from then on nobody comes to it with a quote. */
export function areQuotesClosed(
  { quotesOpenedAt, quotesCloseAt }: Pick<ConsultingRequest, 'quotesOpenedAt' | 'quotesCloseAt'>,
  now: Date,
): boolean {
  return quotesOpenedAt !== null || (quotesCloseAt !== null && quotesCloseAt <= now);
}

/** True while consultants may come to it by themselves: members ask each other, and nothing is settled. */
export function isForConsultants({ kind, state }: Pick<ConsultingRequest, 'kind' | 'state'>): boolean {
  return kind === 'b2b' && OPEN_STATES.includes(state);
}
