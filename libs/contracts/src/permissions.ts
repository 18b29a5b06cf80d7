import type { OrganizationKind } from './organizations.js';

/** Every right TTN knows, `<resource>.<verb>`. A route or socket event names one of these, or is public. */
export const PERMISSIONS = [
  'account.read',
  'account.update',
  'organization.read',
  'organization.update',
  'profile.read',
  'profile.update',
  'taxonomy.read',
  'opportunity.read',
  'opportunity.create',
  'opportunity.update',
  'opportunity.publish',
  'opportunity.close',
  'proposal.read',
  'proposal.create',
  'proposal.update',
  'proposal.submit',
  'proposal.withdraw',
  'consulting-request.read',
  'consulting-request.create',
  'consulting-request.update',
  'consulting-request.submit',
  'match.read',
  'match.dismiss',
  'interest.read',
  'interest.send',
  'interest.answer',
  'conversation.read',
  'conversation.post',
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
];

const viewer: readonly Permission[] = [
  'organization.read',
  'profile.read',
  'opportunity.read',
  'proposal.read',
  'consulting-request.read',
  'match.read',
  'interest.read',
  'conversation.read',
];
const participant: readonly Permission[] = [
  ...viewer,
  'profile.update',
  'proposal.create',
  'proposal.update',
  'proposal.submit',
  'proposal.withdraw',
  'consulting-request.create',
  'consulting-request.update',
  'consulting-request.submit',
  'opportunity.create',
  'opportunity.update',
  'opportunity.publish',
  'opportunity.close',
  'match.dismiss',
  'interest.send',
  'interest.answer',
  'conversation.post',
];
const consultant: readonly Permission[] = [
  ...viewer,
  'profile.update',
  'match.dismiss',
  'interest.send',
  'interest.answer',
  'conversation.post',
];
const owner = (base: readonly Permission[]): readonly Permission[] => [...base, 'organization.update'];

/** Role → rights, per kind of organization. What is not listed is refused. */
export const ROLE_PERMISSIONS: Readonly<
  Record<OrganizationKind, Readonly<Record<string, readonly Permission[]>>>
> = {
  city: { owner: owner(participant), officer: participant, viewer },
  sme: { owner: owner(participant), editor: participant, viewer },
  partner: { owner: owner(participant), editor: participant, viewer },
  consultancy: { owner: owner(consultant), editor: consultant, viewer },
  secretariat: {
    administrator: [...owner(participant), 'job.read'],
    officer: [...participant, 'job.read'],
  },
};

/** The rights a person has while acting for an organization of `kind` in `role`; none for an unknown pair. */
export function permissionsOf(kind: string, role: string): readonly Permission[] {
  const roles = (
    ROLE_PERMISSIONS as Readonly<Record<string, Readonly<Record<string, readonly Permission[]>>>>
  )[kind];
  return roles?.[role] ?? [];
}
