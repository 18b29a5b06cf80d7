import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { TtnConfig } from '#libs/platform/config';
import { dataSourceOptions } from './data-source-options.js';
import { Database } from './database.js';
import { Listener } from './listener.js';
import { UnitOfWork } from './unit-of-work.js';

/** The one data source of a process, run as role `ttn_app`. */
@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [TtnConfig],
      useFactory: (config: TtnConfig) => ({
        ...dataSourceOptions({
          url: config.DATABASE_URL,
          poolMax: config.DATABASE_POOL_MAX,
          role: 'ttn_app',
          applicationName: 'ttn',
        }),
        autoLoadEntities: true,
        retryAttempts: 10,
        retryDelay: 500,
      }),
    }),
  ],
  providers: [Database, UnitOfWork, Listener],
  exports: [Database, UnitOfWork, Listener],
})
export class DatabaseModule {}

/** Registers a feature's entities; the only place outside `data/` where a feature meets TypeORM. */
export function featureEntities(entities: EntityTarget<ObjectLiteral>[]): DynamicModule {
  return TypeOrmModule.forFeature(entities as Parameters<typeof TypeOrmModule.forFeature>[0]);
}
