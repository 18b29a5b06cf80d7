import { Module } from '@nestjs/common';
import { CalendarsModule } from './calendars.module.js';
import { CalendarsController } from './http/calendars.controller.js';

@Module({ imports: [CalendarsModule], controllers: [CalendarsController] })
export class CalendarsHttpModule {}
