export { AddEntry, type AddEntryInput } from './app/add-entry.js';
export { AskAboutStaleFacts } from './app/ask-about-stale-facts.js';
export { EditProfile } from './app/edit-profile.js';
export { ProfilesReader } from './app/profiles.reader.js';
export { SaveProfile, type SaveProfileInput } from './app/save-profile.js';
export { TranslateEntry } from './app/translate-entry.js';
export { TranslateProfile } from './app/translate-profile.js';
export {
  type Completeness,
  completenessOf,
  MATCHED_FIELDS,
  type MatchedField,
} from './domain/completeness.js';
export { type Entry, ENTRY_KINDS, type EntryKind } from './domain/entry.js';
export type {
  Capacity,
  Profile,
  ProfileContent,
  ProfileRecord,
  WorkingMode,
  Writing,
} from './domain/profile.js';
export { unwrittenRecord } from './domain/profile-record.js';
export { ProfilesModule } from './profiles.module.js';
