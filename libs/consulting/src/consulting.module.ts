import { Module } from '@nestjs/common';
import { featureEntities } from '#libs/platform/database';
import { VocabularyModule } from '#libs/vocabulary';
import { ConsultingData } from './app/consulting-data.js';
import { ConsultingRequestAccess } from './app/consulting-request-access.js';
import { ConsultingRequestsReader } from './app/consulting-requests.reader.js';
import { CreateConsultingRequest } from './app/create-consulting-request.js';
import { EditConsultingRequest } from './app/edit-consulting-request.js';
import { MergeConsultingRequests } from './app/merge-consulting-requests.js';
import { SubmitConsultingRequest } from './app/submit-consulting-request.js';
import { ConsultingRequestEntity } from './data/consulting-request.entity.js';
import { ConsultingRequestRepository } from './data/consulting-request.repository.js';

const VERBS = [CreateConsultingRequest, EditConsultingRequest, SubmitConsultingRequest];

@Module({
  imports: [featureEntities([ConsultingRequestEntity]), VocabularyModule],
  providers: [
    ConsultingRequestRepository,
    ConsultingRequestAccess,
    ConsultingData,
    MergeConsultingRequests,
    ConsultingRequestsReader,
    ...VERBS,
  ],
  exports: [ConsultingRequestsReader, ...VERBS],
})
export class ConsultingModule {}
