import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TtnConfig } from './ttn-config.js';

/** Gives every module the checked configuration. The application's entry file loads it once. */
@Global()
@Module({})
export class ConfigModule {
  static with(config: TtnConfig): DynamicModule {
    return {
      module: ConfigModule,
      providers: [{ provide: TtnConfig, useValue: config }],
      exports: [TtnConfig],
    };
  }
}
