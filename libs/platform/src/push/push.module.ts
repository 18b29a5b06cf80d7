import { Module } from '@nestjs/common';
import { PushSender } from './push-sender.js';

@Module({ providers: [PushSender], exports: [PushSender] })
export class PushModule {}
