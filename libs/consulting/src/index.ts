export { ConsultingRequestsReader } from './app/consulting-requests.reader.js';
export {
  CreateConsultingRequest,
  type CreateConsultingRequestInput,
} from './app/create-consulting-request.js';
export { EditConsultingRequest } from './app/edit-consulting-request.js';
export { RequestAudience } from './app/request-audience.js';
export { SubmitConsultingRequest } from './app/submit-consulting-request.js';
export { ConsultingModule } from './consulting.module.js';
export type {
  ConsultingMode,
  ConsultingRequest,
  ConsultingRequestContent,
  ConsultingRequestState,
} from './domain/consulting-request.js';
