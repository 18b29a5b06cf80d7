import { Module } from '@nestjs/common';
import { IdentityModule } from '#libs/identity';
import { OrganizationsModule } from '#libs/organizations';
import { featureEntities } from '#libs/platform/database';
import { FilesModule } from '#libs/platform/files';
import { VocabularyModule } from '#libs/vocabulary';
import { AddEntry } from './app/add-entry.js';
import { AskAboutStaleFacts } from './app/ask-about-stale-facts.js';
import { ConfirmFacts } from './app/confirm-facts.js';
import { EditEntry } from './app/edit-entry.js';
import { EditProfile } from './app/edit-profile.js';
import { EntryAccess } from './app/entry-access.js';
import { EntryDetails } from './app/entry-details.js';
import { EntryFilePurposes } from './app/entry-file-purposes.js';
import { EntryFiles } from './app/entry-files.js';
import { FactCalendar } from './app/fact-calendar.js';
import { MergeProfiles } from './app/merge-profiles.js';
import { MoveEntry } from './app/move-entry.js';
import { ProfileAccess } from './app/profile-access.js';
import { ProfilesData } from './app/profiles-data.js';
import { ProfilesOfPersonRepository } from './data/profiles-of-person.repository.js';
import { ProfilesReader } from './app/profiles.reader.js';
import { RemoveEntry } from './app/remove-entry.js';
import { SaveProfile } from './app/save-profile.js';
import { SettleEntries } from './app/settle-entries.js';
import { TranslateEntry } from './app/translate-entry.js';
import { TranslateProfile } from './app/translate-profile.js';
import { EntryRepository } from './data/entry.repository.js';
import { ProfileEntryEntity } from './data/profile-entry.entity.js';
import { ProfileEntity } from './data/profile.entity.js';
import { ProfileRepository } from './data/profile.repository.js';

const VERBS = [
  SaveProfile,
  EditProfile,
  TranslateProfile,
  AddEntry,
  EditEntry,
  TranslateEntry,
  MoveEntry,
  RemoveEntry,
  ConfirmFacts,
  AskAboutStaleFacts,
];
const READERS = [ProfilesReader, EntryDetails];

@Module({
  imports: [
    featureEntities([ProfileEntity, ProfileEntryEntity]),
    IdentityModule,
    OrganizationsModule,
    VocabularyModule,
    FilesModule,
  ],
  providers: [
    ProfileRepository,
    EntryRepository,
    ProfilesOfPersonRepository,
    ProfilesData,
    ProfileAccess,
    EntryAccess,
    EntryFiles,
    EntryFilePurposes,
    FactCalendar,
    MergeProfiles,
    SettleEntries,
    ...READERS,
    ...VERBS,
  ],
  exports: [...READERS, ...VERBS],
})
export class ProfilesModule {}
