import { Module } from '@nestjs/common';
import { MailEnclosures } from './mail-enclosures.js';
import { Mailer } from './mailer.js';

@Module({ providers: [Mailer, MailEnclosures], exports: [Mailer, MailEnclosures] })
export class MailModule {}
