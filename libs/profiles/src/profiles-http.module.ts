import { Module } from '@nestjs/common';
import { EntriesController } from './http/entries.controller.js';
import { ProfileEntriesController } from './http/profile-entries.controller.js';
import { ProfileFileController } from './http/profile-file.controller.js';
import { ProfilesController } from './http/profiles.controller.js';
import { ProfilesModule } from './profiles.module.js';

@Module({
  imports: [ProfilesModule],
  controllers: [ProfilesController, ProfileFileController, ProfileEntriesController, EntriesController],
})
export class ProfilesHttpModule {}
