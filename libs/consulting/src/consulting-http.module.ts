import { Module } from '@nestjs/common';
import { ConsultingModule } from './consulting.module.js';
import { ConsultingRequestsController } from './http/consulting-requests.controller.js';

@Module({ imports: [ConsultingModule], controllers: [ConsultingRequestsController] })
export class ConsultingHttpModule {}
