import { Global, Module } from '@nestjs/common';
import { IdentityModule } from '#libs/identity';
import { PrincipalLoader } from '#libs/platform/auth';
import { featureEntities } from '#libs/platform/database';
import { ActiveOrganizationsReader } from './app/active-organizations.reader.js';
import { AddMember } from './app/add-member.js';
import { CountriesReader } from './app/countries.reader.js';
import { CreateOrganization } from './app/create-organization.js';
import { FindDuplicates } from './app/find-duplicates.js';
import { ImportOrganizations } from './app/import-organizations.js';
import { MembersReader } from './app/members.reader.js';
import { ListedOrganizationsReader } from './app/listed-organizations.reader.js';
import { OrganizationAccess } from './app/organization-access.js';
import { OrganizationDetailsReader } from './app/organization-details.reader.js';
import { OrganizationsReader } from './app/organizations.reader.js';
import { SetOrganizationState } from './app/set-organization-state.js';
import { PublicCitiesReader } from './app/public-cities.reader.js';
import { SetTpoMembership } from './app/set-tpo-membership.js';
import { UpdateOrganization } from './app/update-organization.js';
import { ActiveOrganizationRepository } from './data/active-organization.repository.js';
import { AliasRepository } from './data/alias.repository.js';
import { CountryEntity } from './data/country.entity.js';
import { CountryRepository } from './data/country.repository.js';
import { IdentificationRepository } from './data/identification.repository.js';
import { ListedOrganizationRepository } from './data/listed-organization.repository.js';
import { MembershipEntity } from './data/membership.entity.js';
import { MembershipRepository } from './data/membership.repository.js';
import { OrganizationAliasEntity } from './data/organization-alias.entity.js';
import { OrganizationEntity } from './data/organization.entity.js';
import { OrganizationRepository } from './data/organization.repository.js';
import { PublicCityRepository } from './data/public-city.repository.js';
import { MembershipPrincipalLoader } from './data/principal.loader.js';

const VERBS = [
  AddMember,
  CreateOrganization,
  FindDuplicates,
  ImportOrganizations,
  SetOrganizationState,
  SetTpoMembership,
  UpdateOrganization,
];

const READERS = [
  ListedOrganizationsReader,
  ActiveOrganizationsReader,
  CountriesReader,
  MembersReader,
  OrganizationDetailsReader,
  OrganizationsReader,
  PublicCitiesReader,
];

/** Organizations, their names and seats. Global because access everywhere reads principals from it. */
@Global()
@Module({
  imports: [
    IdentityModule,
    featureEntities([CountryEntity, OrganizationEntity, OrganizationAliasEntity, MembershipEntity]),
  ],
  providers: [
    OrganizationRepository,
    ActiveOrganizationRepository,
    ListedOrganizationRepository,
    AliasRepository,
    IdentificationRepository,
    MembershipRepository,
    CountryRepository,
    PublicCityRepository,
    OrganizationAccess,
    ...READERS,
    { provide: PrincipalLoader, useClass: MembershipPrincipalLoader },
    ...VERBS,
  ],
  exports: [PrincipalLoader, ...READERS, ...VERBS],
})
export class OrganizationsModule {}
