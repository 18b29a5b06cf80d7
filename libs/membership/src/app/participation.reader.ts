import { Injectable } from '@nestjs/common';
import { type Actor, actingOrganization, NotFound } from '#libs/kernel';
import { Database } from '#libs/platform/database';
import { type DueSlice, ParticipationRepository } from '../data/participation.repository.js';
import {
  CONFIRMATION_REMINDER_DAYS,
  type DueParticipation,
  type Participation,
  PARTICIPATION_STANDINGS,
  type ParticipationStanding,
} from '../domain/participation.js';

@Injectable()
export class ParticipationReader {
  constructor(
    private readonly database: Database,
    private readonly participations: ParticipationRepository,
  ) {}

  /** Of the acting organization. Errors: request/not-found where nothing has to be confirmed. */
  async own(actor: Actor): Promise<Participation> {
    const participation = await this.participations.find(this.database, actingOrganization(actor).id);
    if (!participation) throw new NotFound();
    return participation;
  }

  /** For the secretariat: who was asked and has not answered, and who is hidden; what is due first comes first. */
  async due(
    standing: readonly ParticipationStanding[],
    after: DueSlice['after'],
    limit: number,
  ): Promise<DueParticipation[]> {
    const wanted = standing.length > 0 ? standing : PARTICIPATION_STANDINGS;
    const slice = { standing: wanted, days: CONFIRMATION_REMINDER_DAYS, after, limit };
    return this.participations.due(this.database, slice);
  }
}
