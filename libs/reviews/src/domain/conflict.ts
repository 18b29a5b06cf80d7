/** Why somebody may not review a proposal. `declared` is what the reviewer alone knows. */
export const CONFLICT_KINDS = ['person', 'organization', 'city', 'past-project', 'declared'] as const;
export type ConflictKind = (typeof CONFLICT_KINDS)[number];

/** What the call says about conflicts; persons and organizations always count. */
export interface ConflictRule {
  readonly organization: boolean;
  readonly city: boolean;
  readonly pastProjects: boolean;
  /** How far back past projects count. */
  readonly years: number;
}

/** Where a reviewer belongs. */
export interface ReviewerTies {
  readonly personId: string;
  /** Every organization the person has a seat in, the one acted for among them. */
  readonly organizationIds: readonly string[];
  /** The places of these organizations, by the id of the city. */
  readonly cityIds: readonly string[];
}

/** Who stands behind a proposal. */
export interface ProposalTies {
  readonly organizationIds: readonly string[];
  readonly personIds: readonly string[];
  readonly cityIds: readonly string[];
  /** Cities whose letters support it: as near to it as its own. */
  readonly supporterIds: readonly string[];
}

/** Who won a proposal together, and when that was released. */
export interface PastProject {
  readonly organizationIds: readonly string[];
  readonly at: Date;
}

export interface Conflict {
  readonly kind: ConflictKind;
  /** The person, organization or city in which both meet. */
  readonly because: string;
}

/** All reasons why the reviewer may not review the proposal, the strongest first; none when they may. */
export function conflictsOf(
  reviewer: ReviewerTies,
  proposal: ProposalTies,
  rule: ConflictRule,
  past: readonly PastProject[],
  now: Date,
): Conflict[] {
  const found: Conflict[] = [];
  if (proposal.personIds.includes(reviewer.personId))
    found.push({ kind: 'person', because: reviewer.personId });
  const { organizationIds, cityIds, supporterIds } = proposal;
  if (rule.organization)
    for (const because of shared(reviewer.organizationIds, [...organizationIds, ...supporterIds]))
      found.push({ kind: 'organization', because });
  if (rule.city)
    for (const because of shared(reviewer.cityIds, [...cityIds, ...supporterIds]))
      found.push({ kind: 'city', because });
  if (rule.pastProjects)
    for (const because of pastPartners(reviewer, proposal, since(past, rule.years, now)))
      found.push({ kind: 'past-project', because });
  return found;
}

/** Parties of the proposal that were in a project with an organization of the reviewer. */
function pastPartners(
  reviewer: ReviewerTies,
  proposal: ProposalTies,
  past: readonly PastProject[],
): string[] {
  const met = past.filter(({ organizationIds }) => overlaps(organizationIds, reviewer.organizationIds));
  const partners = new Set(met.flatMap(({ organizationIds }) => organizationIds));
  return proposal.organizationIds.filter((id) => partners.has(id) && !reviewer.organizationIds.includes(id));
}

function since(past: readonly PastProject[], years: number, now: Date): PastProject[] {
  const from = new Date(now);
  from.setUTCFullYear(from.getUTCFullYear() - years);
  return past.filter(({ at }) => at >= from);
}

function shared(left: readonly string[], right: readonly string[]): string[] {
  return left.filter((id) => right.includes(id));
}

function overlaps(left: readonly string[], right: readonly string[]): boolean {
  return left.some((id) => right.includes(id));
}
