import { Injectable } from '@nestjs/common';
import { type Transaction } from '#libs/platform/database';
import { Timers } from '#libs/platform/queue';
import { ParticipationRepository } from '../data/participation.repository.js';
import { type Participation, participationDue, participationReminder } from '../domain/participation.js';
import { databaseNow } from './database-now.js';
import { MOVE_DUE_PARTICIPANT, REMIND_PARTICIPANT } from './timed-moves.js';

/** Writes a participation together with the clock that moves it next. */
@Injectable()
export class KeepParticipation {
  constructor(private readonly participations: ParticipationRepository) {}

  /** Says that the organization takes part from now on for another year. */
  async confirm(tx: Transaction, organizationId: string, personId: string | null): Promise<Participation> {
    const confirmedAt = await databaseNow(tx);
    await this.participations.begin(tx, organizationId);
    return this.save(tx, { organizationId, confirmedAt, lapsedAt: null }, personId);
  }

  /** Says that the missing confirmation hides it from now on. */
  async lapse(tx: Transaction, { organizationId, confirmedAt }: Participation): Promise<Participation> {
    return this.save(tx, { organizationId, confirmedAt, lapsedAt: await databaseNow(tx) }, null);
  }

  /** Nothing is due any more. */
  async end(tx: Transaction, participation: Participation): Promise<Participation> {
    await Timers.drop(tx, reminderKey(participation.organizationId));
    return this.participations.save(tx, { ...participation, dueAt: null }, null);
  }

  private async save(
    tx: Transaction,
    participation: Omit<Participation, 'dueAt' | 'version'>,
    personId: string | null,
  ): Promise<Participation> {
    const { organizationId } = participation;
    const dueAt = participationDue(participation);
    const payload = { organizationId };
    await Timers.set(tx, MOVE_DUE_PARTICIPANT, { key: `participation:${organizationId}`, dueAt, payload });
    const remindAt = participationReminder(dueAt);
    await Timers.set(tx, REMIND_PARTICIPANT, { key: reminderKey(organizationId), dueAt: remindAt, payload });
    return this.participations.save(tx, { ...participation, dueAt }, personId);
  }
}

const reminderKey = (organizationId: string): string => `participation-reminder:${organizationId}`;
