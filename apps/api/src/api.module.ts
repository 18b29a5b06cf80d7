import { type DynamicModule, Module } from '@nestjs/common';
import { AuthModule } from '#libs/platform/auth';
import { CoeditingRealtimeModule } from '#libs/platform/coediting';
import { ConfigModule, type TtnConfig } from '#libs/platform/config';
import { DatabaseModule } from '#libs/platform/database';
import { FilesHttpModule } from '#libs/platform/files';
import { HttpModule } from '#libs/platform/http';
import { RealtimeModule } from '#libs/platform/realtime';
import { FEATURES } from './features.js';

/** Routes and sockets of TTN: access, realtime, and the edge of every feature. */
@Module({})
export class ApiModule {
  static with(config: TtnConfig): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        ConfigModule.with(config),
        DatabaseModule,
        HttpModule,
        AuthModule,
        RealtimeModule,
        CoeditingRealtimeModule,
        FilesHttpModule,
        ...FEATURES,
      ],
    };
  }
}
