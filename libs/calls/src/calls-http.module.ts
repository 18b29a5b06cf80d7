import { Module } from '@nestjs/common';
import { CallsModule } from './calls.module.js';
import { CallLifeController } from './http/call-life.controller.js';
import { CallsController } from './http/calls.controller.js';
import { PresentCalls } from './http/present-calls.js';

@Module({
  imports: [CallsModule],
  controllers: [CallsController, CallLifeController],
  providers: [PresentCalls],
})
export class CallsHttpModule {}
