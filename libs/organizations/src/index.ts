export { ActiveOrganizationsReader } from './app/active-organizations.reader.js';
export { AddMember, type AddMemberInput } from './app/add-member.js';
export { CountriesReader } from './app/countries.reader.js';
export { CreateOrganization, type CreateOrganizationInput } from './app/create-organization.js';
export { ExpireInvitation } from './app/expire-invitation.js';
export { type DuplicateQuery, FindDuplicates } from './app/find-duplicates.js';
export {
  type ImportProgress,
  ImportOrganizationFile,
  type OrganizationFile,
} from './app/import-organization-file.js';
export { type ImportFile, ImportOrganizations, type ImportReport } from './app/import-organizations.js';
export { InvitationLinks } from './app/invitation-links.js';
export { InvitationsReader } from './app/invitations.reader.js';
export { type MergedLine, type MergedPair, MergePart } from './app/merge-part.js';
export { MembersReader, type NamedMember } from './app/members.reader.js';
export { type OrganizationDetails, OrganizationDetailsReader } from './app/organization-details.reader.js';
export { OrganizationsReader } from './app/organizations.reader.js';
export { ListedOrganizationsReader } from './app/listed-organizations.reader.js';
export { SetOrganizationState } from './app/set-organization-state.js';
export { SetTpoMembership } from './app/set-tpo-membership.js';
export { PublicCitiesReader } from './app/public-cities.reader.js';
export { type StatedChanges, UpdateOrganization } from './app/update-organization.js';
export type { Country } from './domain/country.js';
export { foldName, nameKey } from './domain/fold-name.js';
export type { Duplicate, DuplicateReason, Identification } from './domain/identification.js';
export type {
  ActiveOrganization,
  ListedOrganization,
  Member,
  MemberCity,
  Organization,
  OrganizationCard,
  OwnMembership,
  Place,
} from './domain/organization.js';
export type { PublicCity, PublicCityName } from './domain/public-city.js';
export * from './domain/member.errors.js';
export * from './domain/organization.errors.js';
export { type OrganizationVerb, organizationTransitions } from './domain/organization-states.js';
export { OrganizationsModule } from './organizations.module.js';
