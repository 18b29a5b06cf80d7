import { Injectable } from '@nestjs/common';
import { permissionsOf } from '#libs/contracts';
import { type Actor, assertVersion, NotFound } from '#libs/kernel';
import { OrganizationsReader } from '#libs/organizations';
import { Database, newId, type Transaction, UnitOfWork } from '#libs/platform/database';
import { type PoolEntry, ReviewerRepository } from '../data/reviewer.repository.js';
import type { CallReviewer } from '../domain/review.js';
import { AlreadyInPool, ReviewerRefused } from '../domain/reviews.errors.js';
import { type AssessedCall, DeskAccess } from './desk-access.js';

/**
 * Who reviews for a call: a duty of persons, kept by who runs the call. In a blind round nobody of an organization that
 * runs the call or decides on it reviews: its desk sees the names.
 *
 * @throws NotFound, AlreadyInPool 409, ReviewerRefused 422, StaleVersion 412
 */
@Injectable()
export class KeepPool {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly access: DeskAccess,
    private readonly reviewers: ReviewerRepository,
    private readonly organizations: OrganizationsReader,
  ) {}

  async list(actor: Actor, callId: string): Promise<CallReviewer[]> {
    const { stage } = await this.access.desk(actor, callId);
    return this.reviewers.ofCall(this.database, callId, stage.key);
  }

  async add(
    actor: Actor,
    callId: string,
    reviewer: PoolEntry & { personId: string; organizationId: string },
  ): Promise<CallReviewer> {
    const call = await this.access.desk(actor, callId);
    const { personId, organizationId } = reviewer;
    const refusal = await this.refusalOf(call, personId, organizationId);
    const id = newId();
    return this.unitOfWork.run(actor, async (tx) => {
      if (refusal) throw new ReviewerRefused(refusal);
      if (!(await this.reviewers.insert(tx, { ...reviewer, id, callId }))) throw new AlreadyInPool();
      tx.audit({ action: 'reviewer.add', entityType: 'reviewer', entityId: id, toState: 'active' });
      tx.emit(
        'reviewer.added',
        { aggregateType: 'reviewer', aggregateId: id, seq: 1, organizationId: call.terms.organizationId },
        { toPersonId: personId, toOrganizationId: organizationId, callId },
      );
      return this.get(tx, callId, id);
    });
  }

  /** Changes what a reviewer is asked; `isEnded` takes them out of the pool, their open reviews stay with them. */
  async change(
    actor: Actor,
    at: { callId: string; reviewerId: string },
    changes: Partial<PoolEntry> & { isEnded?: boolean | undefined },
    version: number | undefined,
  ): Promise<CallReviewer> {
    await this.access.desk(actor, at.callId);
    return this.unitOfWork.run(actor, async (tx) => {
      const current = await this.get(tx, at.callId, at.reviewerId);
      assertVersion(current.version, version);
      const { isEnded = current.endedAt !== null, ...entry } = changes;
      await this.reviewers.save(tx, current, { ...current, ...entry }, isEnded);
      tx.audit({ action: 'reviewer.update', entityType: 'reviewer', entityId: current.id });
      return this.get(tx, at.callId, at.reviewerId);
    });
  }

  private async get(tx: Transaction, callId: string, id: string): Promise<CallReviewer> {
    const reviewer = await this.reviewers.find(tx, id);
    if (reviewer?.callId !== callId) throw new NotFound();
    return reviewer;
  }

  private async refusalOf(
    { terms }: AssessedCall,
    personId: string,
    organizationId: string,
  ): Promise<'review/reviewer-unknown' | 'review/runs-the-call' | null> {
    const [cards, members] = await Promise.all([
      this.organizations.cards([organizationId]),
      this.organizations.membersOf(organizationId),
    ]);
    const card = cards.get(organizationId);
    const seat = members.find((member) => member.personId === personId);
    const can =
      card?.state === 'active' && seat && permissionsOf(card.kind, seat.role).includes('review.submit');
    if (!can) return 'review/reviewer-unknown';
    const seats = await this.organizations.activeSeatsOf([personId]);
    const desks = [terms.organizationId, ...terms.decidingOrganizationIds];
    const isAtDesk = seats.some((own) => desks.includes(own.organizationId));
    return terms.isBlind && isAtDesk ? 'review/runs-the-call' : null;
  }
}
