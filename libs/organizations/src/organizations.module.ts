import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { IdentityModule, PersonSeats } from '#libs/identity';
import { PrincipalLoader } from '#libs/platform/auth';
import { featureEntities } from '#libs/platform/database';
import { FilesModule } from '#libs/platform/files';
import { ActiveOrganizationsReader } from './app/active-organizations.reader.js';
import { AddMember } from './app/add-member.js';
import { CountriesReader } from './app/countries.reader.js';
import { CreateOrganization } from './app/create-organization.js';
import { DuplicatesReader } from './app/duplicates.reader.js';
import { FindDuplicates } from './app/find-duplicates.js';
import { ImportOrganizationFile } from './app/import-organization-file.js';
import { ImportOrganizations } from './app/import-organizations.js';
import { MergeNames } from './app/merge-names.js';
import { MergeOrganizations } from './app/merge-organizations.js';
import { MergeParts } from './app/merge-parts.js';
import { MergePeople } from './app/merge-people.js';
import { MembersReader } from './app/members.reader.js';
import { ListedOrganizationsReader } from './app/listed-organizations.reader.js';
import { OrganizationAccess } from './app/organization-access.js';
import { OrganizationsData } from './app/organizations-data.js';
import { OrganizationDetailsReader } from './app/organization-details.reader.js';
import { OrganizationsReader } from './app/organizations.reader.js';
import { SetOrganizationState } from './app/set-organization-state.js';
import { PublicCitiesReader } from './app/public-cities.reader.js';
import { SetTpoMembership } from './app/set-tpo-membership.js';
import { SeatsOfPersons } from './app/seats-of-persons.js';
import { UpdateOrganization } from './app/update-organization.js';
import { ActiveOrganizationRepository } from './data/active-organization.repository.js';
import { AliasRepository } from './data/alias.repository.js';
import { CountryEntity } from './data/country.entity.js';
import { CountryRepository } from './data/country.repository.js';
import { IdentificationRepository } from './data/identification.repository.js';
import { ListedOrganizationRepository } from './data/listed-organization.repository.js';
import { MergerRepository } from './data/merger.repository.js';
import { MembershipEntity } from './data/membership.entity.js';
import { MembershipRepository } from './data/membership.repository.js';
import { OrganizationAliasEntity } from './data/organization-alias.entity.js';
import { OrganizationEntity } from './data/organization.entity.js';
import { OrganizationImportRepository } from './data/organization-import.repository.js';
import { OrganizationRepository } from './data/organization.repository.js';
import { PublicCityRepository } from './data/public-city.repository.js';
import { MembershipPrincipalLoader } from './data/principal.loader.js';
import { AnswerInvitation } from './app/answer-invitation.js';
import { AnswerOwnershipOffer } from './app/answer-ownership-offer.js';
import { ChangeMember } from './app/change-member.js';
import { CloseOrganization } from './app/close-organization.js';
import { ExpireInvitation } from './app/expire-invitation.js';
import { InviteMember } from './app/invite-member.js';
import { LeaveOrganization } from './app/leave-organization.js';
import { ManageInvitation } from './app/manage-invitation.js';
import { OfferOwnership } from './app/offer-ownership.js';
import { RegisterByInvitation } from './app/register-by-invitation.js';
import { RemoveMember } from './app/remove-member.js';
import { InvitationDesk } from './app/invitation-desk.js';
import { InvitationLinks } from './app/invitation-links.js';
import { InvitationsReader } from './app/invitations.reader.js';
import { SeatKeeper } from './app/seat-keeper.js';
import { InvitationEntity } from './data/invitation.entity.js';
import { InvitationRepository } from './data/invitation.repository.js';
import { OwnershipOfferEntity } from './data/ownership-offer.entity.js';
import { OwnershipOfferRepository } from './data/ownership-offer.repository.js';

const VERBS = [
  AddMember,
  AnswerInvitation,
  AnswerOwnershipOffer,
  ChangeMember,
  CloseOrganization,
  CreateOrganization,
  ExpireInvitation,
  FindDuplicates,
  ImportOrganizationFile,
  ImportOrganizations,
  InviteMember,
  LeaveOrganization,
  ManageInvitation,
  MergeOrganizations,
  OfferOwnership,
  RegisterByInvitation,
  RemoveMember,
  SetOrganizationState,
  SetTpoMembership,
  UpdateOrganization,
];

/** Its own shares of a merge. */
const MERGE_PARTS = [MergePeople, MergeNames];

const READERS = [
  DuplicatesReader,
  ListedOrganizationsReader,
  ActiveOrganizationsReader,
  CountriesReader,
  InvitationsReader,
  MembersReader,
  OrganizationDetailsReader,
  OrganizationsReader,
  PublicCitiesReader,
];

/** Organizations, their names and seats. Global because access everywhere reads principals from it, and identity seats. */
@Global()
@Module({
  imports: [
    DiscoveryModule,
    FilesModule,
    IdentityModule,
    featureEntities([
      CountryEntity,
      OrganizationEntity,
      OrganizationAliasEntity,
      MembershipEntity,
      InvitationEntity,
      OwnershipOfferEntity,
    ]),
  ],
  providers: [
    OrganizationRepository,
    OrganizationImportRepository,
    ActiveOrganizationRepository,
    ListedOrganizationRepository,
    AliasRepository,
    IdentificationRepository,
    MembershipRepository,
    CountryRepository,
    PublicCityRepository,
    InvitationRepository,
    OwnershipOfferRepository,
    MergerRepository,
    MergeParts,
    ...MERGE_PARTS,
    OrganizationAccess,
    SeatKeeper,
    InvitationDesk,
    InvitationLinks,
    ...READERS,
    OrganizationsData,
    { provide: PrincipalLoader, useClass: MembershipPrincipalLoader },
    { provide: PersonSeats, useClass: SeatsOfPersons },
    ...VERBS,
  ],
  exports: [PrincipalLoader, PersonSeats, InvitationLinks, ...READERS, ...VERBS],
})
export class OrganizationsModule {}
