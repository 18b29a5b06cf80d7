import type { Milestone, ProjectPartner, Rating } from './project.js';

/** What an end still needs. */
export const CLOSING_NEEDS = ['milestones', 'final-report', 'results', 'ratings'] as const;
export type ClosingNeed = (typeof CLOSING_NEEDS)[number];

/** After that many days of closing, ratings open and nobody waits for the missing ones. */
export const RATING_DAYS = 14;

type Shown = Pick<Milestone, 'kind' | 'state'>;

/** True once everything but the final report is accepted. */
export function mayBeginClosing(milestones: readonly Shown[]): boolean {
  return milestones.every(({ kind, state }) => kind === 'final-report' || state === 'accepted');
}

/** What keeps a project from being closed, in a fixed order; nothing: it can be. */
export function missingForClosing(project: {
  readonly milestones: readonly Shown[];
  readonly hasResults: boolean;
  readonly ratingsAreOpen: boolean;
}): ClosingNeed[] {
  const missing: ClosingNeed[] = [];
  if (!mayBeginClosing(project.milestones)) missing.push('milestones');
  if (!project.milestones.some(({ kind, state }) => kind === 'final-report' && state === 'accepted'))
    missing.push('final-report');
  if (!project.hasResults) missing.push('results');
  if (!project.ratingsAreOpen) missing.push('ratings');
  return missing;
}

/** Which partners an organization still has to rate. */
export function unratedBy(
  organizationId: string,
  partners: readonly Pick<ProjectPartner, 'organizationId'>[],
  ratings: readonly Pick<Rating, 'byOrganizationId' | 'aboutOrganizationId'>[],
): string[] {
  return partners
    .map((partner) => partner.organizationId)
    .filter(
      (about) =>
        about !== organizationId &&
        !ratings.some(
          (rating) => rating.byOrganizationId === organizationId && rating.aboutOrganizationId === about,
        ),
    );
}

/** True once everybody has rated everybody; at once for a project of one. */
export function areAllIn(
  partners: readonly Pick<ProjectPartner, 'organizationId'>[],
  ratings: readonly Pick<Rating, 'byOrganizationId' | 'aboutOrganizationId'>[],
): boolean {
  return partners.every(({ organizationId }) => unratedBy(organizationId, partners, ratings).length === 0);
}
