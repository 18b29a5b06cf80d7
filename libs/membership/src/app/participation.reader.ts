import { Injectable } from '@nestjs/common';
import { type Actor, actingOrganization, NotFound } from '#libs/kernel';
import { Database } from '#libs/platform/database';
import { ParticipationRepository } from '../data/participation.repository.js';
import type { Participation } from '../domain/participation.js';

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
}
