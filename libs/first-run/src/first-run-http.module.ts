import { Module } from '@nestjs/common';
import { FirstRunModule } from './first-run.module.js';
import { FirstRunController } from './http/first-run.controller.js';

@Module({ imports: [FirstRunModule], controllers: [FirstRunController] })
export class FirstRunHttpModule {}
