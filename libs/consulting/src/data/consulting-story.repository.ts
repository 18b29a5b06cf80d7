import { Injectable } from '@nestjs/common';
import { newId, type Reads, type Transaction } from '#libs/platform/database';
import type { ConsultingStep, StepWords } from '../domain/consulting-step.js';

/** SQL of the steps of requests, which never change. */
@Injectable()
export class ConsultingStoryRepository {
  async add(
    tx: Transaction,
    requestId: string,
    step: Pick<ConsultingStep, 'verb' | 'fromState' | 'toState' | 'code'> & { said: StepWords | null },
  ): Promise<void> {
    const { verb, fromState, toState, code, said } = step;
    await tx.execute(
      `insert into consulting_step
         (id, request_id, verb, from_state, to_state, code, words, language, actor_id, actor_organization_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        ...[newId(), requestId, verb, fromState, toState, code],
        ...[said?.words ?? null, said?.language ?? null],
        ...[tx.actor.personId, tx.actor.organization?.id ?? null],
      ],
    );
  }

  /** Oldest first. */
  async list(reads: Reads, requestId: string): Promise<ConsultingStep[]> {
    return reads.rows<ConsultingStep>(`${SELECT} where s.request_id = $1 order by s.id`, [requestId]);
  }

  async takenBy(reads: Reads, personId: string): Promise<ConsultingStep[]> {
    return reads.rows<ConsultingStep>(`${SELECT} where s.actor_id = $1 order by s.id`, [personId]);
  }
}

const SELECT = `
  select s.id, s.verb, s.from_state as "fromState", s.to_state as "toState", s.code, s.words, s.language,
         s.actor_id as "actorId", s.actor_organization_id as "actorOrganizationId", s.at
  from consulting_step s`;
