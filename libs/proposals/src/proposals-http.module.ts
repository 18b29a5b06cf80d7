import { Module } from '@nestjs/common';
import { ProposalPdfController } from './http/proposal-pdf.controller.js';
import { ProposalVersionsController } from './http/proposal-versions.controller.js';
import { ProposalsController } from './http/proposals.controller.js';
import { ProposalsModule } from './proposals.module.js';

@Module({
  imports: [ProposalsModule],
  controllers: [ProposalsController, ProposalVersionsController, ProposalPdfController],
})
export class ProposalsHttpModule {}
