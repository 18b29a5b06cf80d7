import type { OrganizationKind, OrganizationState } from './organizations.js';

/** Every right TTN knows, `<resource>.<verb>`. A route or socket event names one of these, or is public. */
export const PERMISSIONS = [
  'account.read',
  'account.update',
  'organization.read',
  'organization.update',
  'organization.merge',
  'profile.read',
  'profile.update',
  'member.read',
  'member.manage',
  'invitation.accept',
  'application.read',
  'application.create',
  'application.update',
  'application.submit',
  'application.review',
  'application.recommend',
  'application.decide',
  'membership.read',
  'membership.apply',
  'membership.vote',
  'membership.decide',
  'file.read',
  'file.create',
  'directory.read',
  'saved-search.read',
  'saved-search.create',
  'saved-search.update',
  'shortlist.read',
  'shortlist.create',
  'shortlist.update',
  'taxonomy.read',
  'opportunity.read',
  'opportunity.create',
  'opportunity.update',
  'opportunity.publish',
  'opportunity.close',
  'opportunity.review',
  'call.read',
  'call.follow',
  'call.create',
  'call.update',
  'call.publish',
  'review.read',
  'review.submit',
  'review.manage',
  'decision.read',
  'decision.make',
  'proposal.read',
  'proposal.create',
  'proposal.update',
  'proposal.submit',
  'proposal.withdraw',
  'proposal.join',
  'proposal.support',
  'proposal.write-along',
  'project.read',
  'project.submit',
  'project.manage',
  'consulting-request.read',
  'consulting-request.create',
  'consulting-request.update',
  'consulting-request.submit',
  'consulting-request.triage',
  'expert-invitation.read',
  'expert-invitation.answer',
  'quote.read',
  'quote.submit',
  'quote.select',
  'case-library.read',
  'case-library.manage',
  'currency-rate.read',
  'currency-rate.manage',
  'calendar.read',
  'calendar.manage',
  'match.read',
  'matching.read',
  'matching.manage',
  'learning.read',
  'learning.reset',
  'match.dismiss',
  'market-health.read',
  'interest.read',
  'interest.send',
  'interest.answer',
  'conversation.read',
  'conversation.post',
  'moderation.read',
  'moderation.decide',
  'notice.read',
  'captured-mail.read',
  'job.read',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** Rights of every signed-in person, whatever organization they act for, or none. */
export const ACCOUNT_PERMISSIONS: readonly Permission[] = [
  'account.read',
  'account.update',
  'notice.read',
  'captured-mail.read',
  'taxonomy.read',
  'invitation.accept',
  'application.create',
];

const viewer: readonly Permission[] = [
  'organization.read',
  'profile.read',
  'member.read',
  'application.read',
  'membership.read',
  'file.read',
  'directory.read',
  'saved-search.read',
  'saved-search.create',
  'saved-search.update',
  'shortlist.read',
  'opportunity.read',
  'call.read',
  'proposal.read',
  'proposal.write-along',
  'project.read',
  'consulting-request.read',
  'expert-invitation.read',
  'quote.read',
  'case-library.read',
  'currency-rate.read',
  'calendar.read',
  'match.read',
  'learning.read',
  'interest.read',
  'conversation.read',
];
const editor: readonly Permission[] = [
  ...viewer,
  'application.update',
  'application.submit',
  'application.review',
  'application.recommend',
  'review.read',
  'review.submit',
  'membership.apply',
  'membership.vote',
  'file.create',
  'shortlist.create',
  'shortlist.update',
  'proposal.join',
  'project.submit',
];
const participant: readonly Permission[] = [
  ...editor,
  'profile.update',
  'proposal.create',
  'proposal.update',
  'proposal.submit',
  'proposal.withdraw',
  'proposal.support',
  'consulting-request.create',
  'consulting-request.update',
  'consulting-request.submit',
  'quote.select',
  'opportunity.create',
  'opportunity.update',
  'opportunity.publish',
  'opportunity.close',
  'call.follow',
  'review.manage',
  'decision.read',
  'decision.make',
  'project.manage',
  'match.dismiss',
  'learning.reset',
  'interest.send',
  'interest.answer',
  'conversation.post',
];
const consultant: readonly Permission[] = [
  ...editor,
  'expert-invitation.answer',
  'quote.submit',
  'profile.update',
  'call.follow',
  'decision.read',
  'decision.make',
  'match.dismiss',
  'learning.reset',
  'interest.send',
  'interest.answer',
  'conversation.post',
];
/** Cities and the secretariat run calls. */
const caller: readonly Permission[] = [...participant, 'call.create', 'call.update', 'call.publish'];
const owner = (base: readonly Permission[]): readonly Permission[] => [
  ...base,
  'organization.update',
  'member.manage',
];
const secretariat: readonly Permission[] = [
  ...caller,
  'application.decide',
  'membership.decide',
  'market-health.read',
  'opportunity.review',
  'consulting-request.triage',
  'case-library.manage',
  'currency-rate.manage',
  'calendar.manage',
  'matching.read',
  'moderation.read',
  'moderation.decide',
  'job.read',
];

/** Role → rights, per kind of organization. What is not listed is refused. */
export const ROLE_PERMISSIONS: Readonly<
  Record<OrganizationKind, Readonly<Record<string, readonly Permission[]>>>
> = {
  city: { owner: owner(caller), officer: caller, viewer },
  sme: { owner: owner(participant), editor: participant, viewer },
  partner: { owner: owner(participant), editor: participant, viewer },
  consultancy: { owner: owner(consultant), editor: consultant, viewer },
  secretariat: {
    administrator: [...owner(secretariat), 'organization.merge', 'matching.manage'],
    officer: secretariat,
  },
};

/** What its people may still do while an organization waits for admission or is suspended. */
const WAITING_PERMISSIONS: ReadonlySet<Permission> = new Set<Permission>([
  'organization.read',
  'organization.update',
  'profile.read',
  'profile.update',
  'member.read',
  'member.manage',
  'application.read',
  'application.update',
  'application.submit',
  'membership.read',
  'membership.apply',
  'proposal.read',
  'proposal.create',
  'proposal.update',
  'file.read',
  'file.create',
]);

/** The rights a person has while acting for an organization of `kind` in `role`; none for an unknown pair. */
export function permissionsOf(
  kind: string,
  role: string,
  state: OrganizationState = 'active',
): readonly Permission[] {
  const roles = (
    ROLE_PERMISSIONS as Readonly<Record<string, Readonly<Record<string, readonly Permission[]>>>>
  )[kind];
  const rights = roles?.[role] ?? [];
  switch (state) {
    case 'active':
      return rights;
    case 'applicant':
    case 'suspended':
      return rights.filter((right) => WAITING_PERMISSIONS.has(right));
    case 'candidate':
    case 'closed':
      return [];
  }
}
