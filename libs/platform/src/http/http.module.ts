import { Global, Module } from '@nestjs/common';
import { DatabaseModule } from '#libs/platform/database';
import { Cursors } from './cursors.js';
import { Idempotency } from './idempotency.js';

/** What controllers use of this room. `createHttpApplication` brings it; features need not import it. */
@Global()
@Module({
  imports: [DatabaseModule],
  providers: [Cursors, Idempotency],
  exports: [Cursors],
})
export class HttpModule {}
