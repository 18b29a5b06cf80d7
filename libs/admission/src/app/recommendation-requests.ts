import { Injectable } from '@nestjs/common';
import { nextState } from '#libs/kernel';
import { newId, type Transaction } from '#libs/platform/database';
import { Timers } from '#libs/platform/queue';
import { RecommendationRepository } from '../data/recommendation.repository.js';
import type { Application } from '../domain/application.js';
import { recommendationTransitions } from '../domain/recommendation.js';
import { EXPIRE_RECOMMENDATION, REMIND_RECOMMENDER } from './application-jobs.js';

/** Asking an organization for its recommendation, with the clock that runs meanwhile. */
@Injectable()
export class RecommendationRequests {
  constructor(private readonly recommendations: RecommendationRepository) {}

  async open(tx: Transaction, application: Application, recommenderId: string): Promise<void> {
    const id = newId();
    const { dueAt, remindAt } = await this.recommendations.insert(tx, {
      id,
      organizationId: recommenderId,
      applicantId: application.organizationId,
      applicationId: application.id,
    });
    const payload = { recommendationId: id };
    await Timers.set(tx, REMIND_RECOMMENDER, { key: reminderKey(id), dueAt: remindAt, payload });
    await Timers.set(tx, EXPIRE_RECOMMENDATION, { key: expiryKey(id), dueAt, payload });
    tx.audit({ action: 'recommendation.request', entityType: 'recommendation', entityId: id });
    const source = { aggregateType: 'recommendation', aggregateId: id, seq: 1 };
    tx.emit('recommendation.requested', source, { toOrganizationId: recommenderId });
  }

  /** Whether this organization is the one that can answer now. */
  async isAsked(tx: Transaction, application: Application, recommenderId: string): Promise<boolean> {
    const open = await this.recommendations.requested(tx, application.id);
    return open?.organizationId === recommenderId;
  }

  /** Asks no longer, if somebody is still asked. */
  async cancel(tx: Transaction, application: Application): Promise<void> {
    const open = await this.recommendations.requested(tx, application.id);
    if (!open) return;
    await this.recommendations.move(tx, open, nextState(recommendationTransitions, open.state, 'cancel'));
    await this.stopClock(tx, open.id);
    tx.audit({ action: 'recommendation.cancel', entityType: 'recommendation', entityId: open.id });
  }

  async stopClock(tx: Transaction, id: string): Promise<void> {
    await Timers.drop(tx, reminderKey(id));
    await Timers.drop(tx, expiryKey(id));
  }
}

const reminderKey = (id: string): string => `recommendation-reminder:${id}`;
const expiryKey = (id: string): string => `recommendation-expiry:${id}`;
