import { Module } from '@nestjs/common';
import { ConsultingModule } from './consulting.module.js';
import { CaseLibraryController } from './http/case-library.controller.js';
import { ConsultingDeskController } from './http/consulting-desk.controller.js';
import { ConsultingLifeController } from './http/consulting-life.controller.js';
import { ConsultingRequestsController } from './http/consulting-requests.controller.js';
import { ConsultingTriageController } from './http/consulting-triage.controller.js';
import { CurrencyRatesController } from './http/currency-rates.controller.js';
import { ExpertInvitationsController } from './http/expert-invitations.controller.js';
import { QuotesController } from './http/quotes.controller.js';

@Module({
  imports: [ConsultingModule],
  controllers: [
    CaseLibraryController,
    ConsultingDeskController,
    ConsultingLifeController,
    ConsultingRequestsController,
    ConsultingTriageController,
    CurrencyRatesController,
    ExpertInvitationsController,
    QuotesController,
  ],
})
export class ConsultingHttpModule {}
