import { type DynamicModule, Module, type Type } from '@nestjs/common';
import type { JobHandler } from './job-handler.js';
import { JobRegistry } from './job-registry.js';
import { QueueModule } from './queue.module.js';

/** Registers a feature's job handlers with the worker. */
@Module({})
export class JobsModule {
  /** `imports` are the modules whose exports the handlers inject, usually the feature's own. */
  static forHandlers(
    handlers: Type<JobHandler<never>>[],
    imports: NonNullable<DynamicModule['imports']> = [],
  ): DynamicModule {
    return {
      module: JobsModule,
      imports: [QueueModule, ...imports],
      providers: [
        ...handlers,
        {
          provide: Symbol('registered-handlers'),
          inject: [JobRegistry, ...handlers],
          useFactory: (registry: JobRegistry, ...instances: JobHandler<never>[]) => {
            for (const handler of instances) registry.add(handler);
            return instances;
          },
        },
      ],
    };
  }
}
