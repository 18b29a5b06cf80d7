import { Module } from '@nestjs/common';
import { OrganizationsModule } from '#libs/organizations';
import { featureEntities } from '#libs/platform/database';
import { VocabularyModule } from '#libs/vocabulary';
import { EditProfile } from './app/edit-profile.js';
import { ProfileAccess } from './app/profile-access.js';
import { ProfilesReader } from './app/profiles.reader.js';
import { SaveProfile } from './app/save-profile.js';
import { ProfileEntity } from './data/profile.entity.js';
import { ProfileRepository } from './data/profile.repository.js';

@Module({
  imports: [featureEntities([ProfileEntity]), OrganizationsModule, VocabularyModule],
  providers: [ProfileRepository, ProfileAccess, ProfilesReader, SaveProfile, EditProfile],
  exports: [ProfilesReader, SaveProfile, EditProfile],
})
export class ProfilesModule {}
