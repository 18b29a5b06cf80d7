export { EditProfile } from './app/edit-profile.js';
export { ProfilesReader } from './app/profiles.reader.js';
export { SaveProfile, type SaveProfileInput } from './app/save-profile.js';
export type { Capacity, Profile, ProfileContent, ProfileRecord, WorkingMode } from './domain/profile.js';
export { ProfilesModule } from './profiles.module.js';
