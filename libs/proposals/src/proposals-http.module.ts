import { Module } from '@nestjs/common';
import { ProposalComparisonController } from './http/proposal-comparison.controller.js';
import { ProposalPdfController } from './http/proposal-pdf.controller.js';
import { IdentityModule } from '#libs/identity';
import { OrganizationsModule } from '#libs/organizations';
import { AnnexesController } from './http/annexes.controller.js';
import { CoauthorsController } from './http/coauthors.controller.js';
import { DossierController } from './http/dossier.controller.js';
import { LettersController } from './http/letters.controller.js';
import { PartnersController } from './http/partners.controller.js';
import { PresentDossier } from './http/present-dossier.js';
import { ProposalPartsController } from './http/proposal-parts.controller.js';
import { ProposalVersionsController } from './http/proposal-versions.controller.js';
import { SectionCommentsController } from './http/section-comments.controller.js';
import { ProposalsController } from './http/proposals.controller.js';
import { ProposalsModule } from './proposals.module.js';

const CONTROLLERS = [
  ProposalsController,
  ProposalVersionsController,
  DossierController,
  PartnersController,
  CoauthorsController,
  SectionCommentsController,
  LettersController,
  AnnexesController,
  ProposalPartsController,
  ProposalPdfController,
  ProposalComparisonController,
];

@Module({
  imports: [ProposalsModule, IdentityModule, OrganizationsModule],
  controllers: CONTROLLERS,
  providers: [PresentDossier],
})
export class ProposalsHttpModule {}
