import { Injectable } from '@nestjs/common';
import { type Actor, NotFound, nextState } from '#libs/kernel';
import { type Transaction, UnitOfWork } from '#libs/platform/database';
import { Files } from '#libs/platform/files';
import { DeliverableRepository } from '../data/deliverable.repository.js';
import {
  deliverableTransitions,
  type DeliverableVerb,
  isAccepted,
  isDelivered,
  MAX_REVISIONS,
} from '../domain/deliverable.js';
import { type Engagement, otherSide, RATING_DAYS, type Side, SIDES } from '../domain/engagement.js';
import { NotWorking, RevisionsUsed } from '../domain/engagement.errors.js';
import { isWorking } from '../domain/engagement-states.js';
import { DELIVERABLE } from './deliverable-files.js';
import { actingSide, EngagementAccess } from './engagement-access.js';
import { EngagementMoves } from './engagement-moves.js';
import { EngagementTimers } from './engagement-timers.js';
import { tellOf, tellParties } from './tell-parties.js';

interface OfDeliverable {
  readonly engagementId: string;
  readonly deliverableId: string;
}

/** What is said along. */
export interface Said {
  readonly words: string | null;
  /** BCP 47; null when nothing is said. */
  readonly language: string | null;
  readonly fileIds?: readonly string[];
}

const EVENTS = {
  submit: 'deliverable.submitted',
  accept: 'deliverable.accepted',
  'ask-revision': 'deliverable.revision-asked',
} as const;

/**
 * Deliverables: the consultant hands over, the requester accepts or asks for a revision, twice at most. The engagement
 * follows: delivered with the last one handed over, accepted with the last one accepted.
 *
 * @throws NotFound, WrongSide 403, NotWorking 409, WrongState 409, RevisionsUsed 409, FileUnusable 422, StaleVersion 412
 */
@Injectable()
export class HandOver {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: EngagementAccess,
    private readonly deliverables: DeliverableRepository,
    private readonly moves: EngagementMoves,
    private readonly timers: EngagementTimers,
    private readonly files: Files,
  ) {}

  async submit(actor: Actor, ids: OfDeliverable, said: Said, version?: number): Promise<void> {
    await this.step(actor, 'consultant', 'submit', ids, said, version);
  }

  async accept(actor: Actor, ids: OfDeliverable, version?: number): Promise<void> {
    await this.step(actor, 'requester', 'accept', ids, { words: null, language: null }, version);
  }

  async askRevision(actor: Actor, ids: OfDeliverable, said: Said, version?: number): Promise<void> {
    await this.step(actor, 'requester', 'ask-revision', ids, said, version);
  }

  private async step(
    actor: Actor,
    side: Side,
    verb: DeliverableVerb,
    ids: OfDeliverable,
    { words, language, fileIds = [] }: Said,
    version?: number,
  ): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const opened = await this.access.lock(tx, ids.engagementId, version);
      const { engagement } = opened;
      const all = await this.deliverables.ofEngagement(tx, ids.engagementId);
      const deliverable = all.find(({ id }) => id === ids.deliverableId);
      if (!deliverable) throw new NotFound();
      actingSide(opened, side);
      if (!isWorking(engagement.state)) throw new NotWorking(engagement.state);
      const to = nextState(deliverableTransitions, deliverable.state, verb);
      if (verb === 'ask-revision' && deliverable.revisions >= MAX_REVISIONS) throw new RevisionsUsed();

      for (const fileId of fileIds)
        await this.files.attach(tx, { fileId, ...DELIVERABLE, ownerId: deliverable.id });
      await this.deliverables.move(tx, deliverable, to, { verb, words, language, fileIds });
      const followed = await this.follow(tx, engagement, verb, deliverable.id);
      tellOf(tx, EVENTS[verb], followed, followed[otherSide(side)].organizationId, deliverable.id);
    });
  }

  /** What the step means for the whole. A move looks at the timers of everything; otherwise only this step has one. */
  private async follow(
    tx: Transaction,
    engagement: Engagement,
    verb: DeliverableVerb,
    deliverableId: string,
  ): Promise<Engagement> {
    const all = await this.deliverables.ofEngagement(tx, engagement.id);
    const { state } = engagement;
    if (verb === 'submit' && state !== 'delivered' && isDelivered(all))
      return this.moves.make(tx, engagement, 'deliver');
    if (verb === 'ask-revision' && state === 'delivered')
      return this.moves.make(tx, engagement, 'ask-revision');
    if (verb === 'accept' && state === 'delivered' && isAccepted(all)) return this.accepted(tx, engagement);
    const touched = await this.moves.touch(tx, engagement, `deliverable-${verb}`);
    const moved = all.find(({ id }) => id === deliverableId);
    if (moved) await this.timers.awaitAnswer(tx, touched, moved);
    return touched;
  }

  /** From now on both may rate, for fourteen days. */
  private async accepted(tx: Transaction, engagement: Engagement): Promise<Engagement> {
    const accepted = await this.moves.make(tx, engagement, 'accept', {
      acceptedAt: await this.timers.inDays(tx, 0),
      ratingsDueAt: await this.timers.inDays(tx, RATING_DAYS),
    });
    tellParties(
      tx,
      'engagement.accepted',
      accepted,
      SIDES.map((side) => accepted[side]),
    );
    return accepted;
  }
}
