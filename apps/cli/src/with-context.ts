import { type INestApplicationContext, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AuthModule } from '#libs/platform/auth';
import { ConfigModule, loadConfig } from '#libs/platform/config';
import { DatabaseModule } from '#libs/platform/database';

/** Opens the application without a server, with the modules a command needs, and closes it again. */
export async function withContext<Result>(
  modules: Type[],
  work: (app: INestApplicationContext) => Promise<Result>,
): Promise<Result> {
  @Module({ imports: [ConfigModule.with(loadConfig()), DatabaseModule, AuthModule, ...modules] })
  class CommandModule {}
  const app = await NestFactory.createApplicationContext(CommandModule, { logger: ['error', 'warn'] });
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}
