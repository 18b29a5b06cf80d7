import { Module } from '@nestjs/common';
import { ProfilesController } from './http/profiles.controller.js';
import { ProfilesModule } from './profiles.module.js';

@Module({ imports: [ProfilesModule], controllers: [ProfilesController] })
export class ProfilesHttpModule {}
